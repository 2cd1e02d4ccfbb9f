/** How long what must not be cut off may go on once the clock of the run has stopped. */
export const graceMs = 30_000;

/** Aborts `ms` after `signal` does. */
export const withGrace = (signal: AbortSignal, ms: number): AbortSignal => {
  const late = new AbortController();
  // The request that it would cut off holds the process, so this need not.
  const start = (): unknown => setTimeout(() => late.abort(signal.reason), ms).unref();
  if (signal.aborted) start();
  else signal.addEventListener('abort', start, { once: true });
  return late.signal;
};
