/** As much of a stream as is needed. */
export type Breakable = { on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown };

/**
 * A signal that is given once nobody reads any more what is printed, as with `| head -1`. oclif takes no notice of it, waits until all is
 * written, and the process would end with 13 and a warning of Node.
 */
export const brokenPipe = (stream: Breakable): AbortSignal => {
  const controller = new AbortController();
  stream.on('error', ({ code }) => {
    if (code === 'EPIPE') controller.abort();
  });
  return controller.signal;
};
