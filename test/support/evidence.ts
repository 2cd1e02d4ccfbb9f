import { factNames, known, unknown } from '../../src/model/index.ts';
import type { Evidence, Facts } from '../../src/model/index.ts';

/** The moment at which every literal case is judged. */
export const now = '2026-11-23T02:00:00.000Z';

const asked = { place: 'asked' } as const;

const always: Partial<Facts> = {
  now,
  failedAt: undefined,
  integration: { sourceIps: [] },
  answers: [],
  assertion: undefined,
  accessToken: undefined,
  introspection: undefined,
  orgRefusal: undefined,
};

/** Evidence in which only the facts given (and what every case knows: the time, what was asked) are known. */
export const evidence = (facts: Partial<Facts>): Evidence => {
  const given: Partial<Facts> = { ...always, ...facts };
  return Object.fromEntries(
    factNames.map((name) => [
      name,
      name in given ? known(given[name], { place: 'org', name }) : unknown('not-asked', undefined, asked),
    ]),
  ) as unknown as Evidence;
};
