import { factNames, known, nothingGiven, unknown, wholeEvidence } from '../model/index.ts';
import type { Evidence, FactName, Integration, Refusal } from '../model/index.ts';

const asked = { place: 'asked' } as const;

/** What is known before anything was looked at. */
export type Start = {
  /** UTC, ISO 8601. */
  readonly now: string;
  readonly integration: Integration;
  readonly refusals: readonly Refusal[];
};

const states: ReadonlySet<unknown> = new Set(['known', 'denied', 'unknown']);

/** Evidence may come from a file: what is no fact is refused by name. */
const checked = (name: string, fact: unknown): void => {
  if (!factNames.includes(name as FactName)) throw new TypeError(`There is no fact "${name}".`);
  const state: unknown = typeof fact === 'object' && fact !== null ? Reflect.get(fact, 'state') : undefined;
  if (!states.has(state)) throw new TypeError(`The fact "${name}" is neither known, denied nor unknown.`);
};

/** Whole evidence from a part of it: what is not given was not asked. Throws a TypeError for what is no fact. */
export const completed = (given: Partial<Evidence>, { now, integration, refusals }: Start): Evidence => {
  for (const [name, fact] of Object.entries(given)) checked(name, fact);
  const start = {
    ...nothingGiven,
    now: known(now, { place: 'clock' }),
    failedAt: known(undefined, asked),
    integration: known(integration, asked),
    refusals: known(refusals, { place: 'error-text' }),
  };
  return wholeEvidence({ ...start, ...given }, unknown('not-asked'));
};
