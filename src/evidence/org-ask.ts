import { setTimeout as sleep } from 'node:timers/promises';
import type { OrgPort } from './org-wire.ts';
import type { Asking } from './waves.ts';

/** Asks an org: sends wave after wave, until the question is answered. */
export const askThrough = async <T>(port: OrgPort, asking: Asking<T>): Promise<T> => {
  let step = asking.next();
  while (step.done !== true) {
    const { requests, pauseMs = 0, again } = step.value;
    if (pauseMs > 0) await sleep(pauseMs);
    const before = port.spent().roundTrips;
    const answers = await port.wave(requests, again);
    step = asking.next({ answers, roundTrips: port.spent().roundTrips - before });
  }
  return step.value;
};
