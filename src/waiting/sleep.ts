import { setTimeout as pause } from 'node:timers/promises';

/** Waits; ends at once when the signal is aborted. Never rejects. */
export const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
  await pause(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
};
