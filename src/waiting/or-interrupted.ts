/**
 * What `work` comes to; undefined as soon as the signal is aborted, whatever becomes of the work then.
 * Rejects where the work does and nobody interrupted it.
 */
export const orInterrupted = async <T>(
  signal: AbortSignal | undefined,
  work: () => Promise<T | undefined>,
): Promise<T | undefined> => {
  if (signal === undefined) return work();
  if (signal.aborted) return undefined;
  const { promise: stopped, resolve } = Promise.withResolvers<undefined>();
  const stop = (): void => resolve(undefined);
  signal.addEventListener('abort', stop, { once: true });
  const isStopped = (): boolean => signal.aborted;
  const working = work().catch((error: unknown) => {
    if (isStopped()) return undefined;
    throw error;
  });
  try {
    return await Promise.race([working, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};
