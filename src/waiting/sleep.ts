import { defined } from '../model/index.ts';
import { setTimeout as pause } from 'node:timers/promises';

/** Waits; ends at once when the signal is aborted. Never rejects. */
export const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
  await pause(ms, undefined, defined({ signal })).catch(() => undefined);
};
