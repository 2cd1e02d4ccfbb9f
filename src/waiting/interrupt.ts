/** As much of `process` as is needed. */
export type Interruptible = {
  listeners(event: 'SIGINT'): readonly unknown[];
  removeAllListeners(event: 'SIGINT'): unknown;
  on(event: 'SIGINT', listener: () => void): unknown;
};

export type Interrupt = { readonly signal: AbortSignal; readonly release: () => void };

/**
 * Turns Ctrl+C into a signal, for as long as it is not released. Whoever listened before (`SfCommand` ends the process at once) steps aside
 * until then, or until Ctrl+C was pressed once: a second one ends the process as ever.
 */
export const interruptBy = (source: Interruptible): Interrupt => {
  const controller = new AbortController();
  const others = source.listeners('SIGINT') as ReadonlyArray<() => void>;
  let held = true;
  const release = (): void => {
    if (!held) return;
    held = false;
    source.removeAllListeners('SIGINT');
    for (const other of others) source.on('SIGINT', other);
  };
  source.removeAllListeners('SIGINT');
  source.on('SIGINT', () => {
    release();
    controller.abort();
  });
  return { signal: controller.signal, release };
};
