import { endSignals, exitCodeOfSignal, type EndSignal } from '../model/index.ts';

/** As much of `process` as is needed. */
export type Ended = {
  listeners(event: EndSignal): readonly unknown[];
  off(event: EndSignal, listener: () => void): unknown;
  on(event: EndSignal, listener: () => void): unknown;
  exit(code: number): unknown;
};

type Listener = () => void;

/**
 * Starts what listens to the signals that end a process, and puts ourselves in the place of those new listeners: `SfCommand` ends with 130
 * whatever the signal, by an error that is thrown where nobody catches it. `leave`: what is to be done before the end.
 */
export const endingBySignal = <T>(source: Ended, leave: () => void, start: () => T): T => {
  const before = endSignals.map((signal) => [signal, new Set(source.listeners(signal))] as const);
  const started = start();
  for (const [signal, known] of before) {
    for (const listener of source.listeners(signal)) if (!known.has(listener)) source.off(signal, listener as Listener);
    source.on(signal, () => {
      leave();
      source.exit(exitCodeOfSignal(signal));
    });
  }
  return started;
};
