import { setImmediate as turn } from 'node:timers/promises';
import type { OrgAnswer, OrgPort, OrgRequest } from '../../../evidence/org-wire.ts';

type Waiting = {
  readonly requests: readonly OrgRequest[];
  readonly resolve: (answers: readonly OrgAnswer[]) => void;
  readonly reject: (why: unknown) => void;
};

/** Questions that are asked side by side travel together: what is asked in one turn of the event loop is one wave. */
export const gatheringPort = (port: OrgPort): OrgPort => {
  let waiting: Waiting[] = [];
  const flush = async (): Promise<void> => {
    await turn();
    const now = waiting;
    waiting = [];
    try {
      const answers = (await port.wave(now.flatMap(({ requests }) => requests))).values();
      for (const { requests, resolve } of now)
        resolve(requests.map(() => answers.next().value ?? { ok: false, trouble: 'unreachable' }));
    } catch (error) {
      for (const { reject } of now) reject(error);
    }
  };
  return {
    ...port,
    wave: (requests) =>
      new Promise((resolve, reject) => {
        waiting.push({ requests, resolve, reject });
        if (waiting.length === 1) void flush();
      }),
  };
};
