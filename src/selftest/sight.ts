import { orgFactNames } from '../evidence/org/question.ts';
import type { OrgFacts } from '../evidence/org/index.ts';
import type { Cause, Fact, Sight, SightRow } from '../model/index.ts';
import { causesReading } from './lean.ts';

const isAbsent = (fact: Fact<unknown>): boolean => fact.state === 'unknown' && fact.reason === 'not-in-this-org';

/** That hangs on an app or a user whom nobody named. */
const isUnnamed = (fact: Fact<unknown>): boolean =>
  fact.state === 'unknown' && (fact.reason === 'not-asked' || fact.reason === 'depends-on-unknown');

const sightOf = (facts: ReadonlyArray<Fact<unknown>>): Sight => {
  // What was kept back of one integration is kept back of the session, whatever it saw of another.
  if (facts.some(({ state }) => state === 'denied')) return 'not-permitted';
  if (facts.some(({ state }) => state === 'known')) return 'seen';
  if (facts.some(isAbsent)) return 'not-in-org';
  return facts.every(isUnnamed) ? 'not-asked' : 'not-seen';
};

/** What a session may look at, by what it was told of each integration. */
export const sightRows = (all: readonly OrgFacts[], causes: readonly Cause[]): readonly SightRow[] =>
  orgFactNames.map((fact) => {
    const told = all.map((facts): Fact<unknown> => facts[fact]);
    const permissions = told.flatMap((one) => (one.state === 'denied' ? [one.permission] : []));
    return {
      fact,
      sight: sightOf(told),
      permissions: [...new Set(permissions)].toSorted(),
      causes: causesReading(causes, [fact]),
    };
  });
