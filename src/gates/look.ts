import type { Evidence, FactName, Facts, Source } from '../model/index.ts';
import type { Check, Reading, Wanted } from './check.ts';

/** What a check said, and where it read that. */
export type Looked = { readonly check: string; readonly reading: Reading; readonly sources: readonly Source[] };

/** What was only told by the person: no source to show. */
const told: ReadonlySet<FactName> = new Set(['now', 'integration']);

/** The facts a check may read, as far as they are known, and which of them it did read. */
const reachable = (names: readonly FactName[], evidence: Evidence) => {
  const read = new Set<FactName>();
  const facts = Object.fromEntries(
    names.flatMap((name) => {
      const fact = evidence[name];
      return fact.state === 'known' ? [[name, fact.value] as const] : [];
    }),
  );
  const watched = new Proxy(facts, {
    get: (target, name, self): unknown => {
      if (typeof name === 'string' && name in target) read.add(name as FactName);
      return Reflect.get(target, name, self);
    },
  });
  return { facts: watched as unknown as Facts, read };
};

const sourcesOf = (names: ReadonlySet<FactName>, evidence: Evidence): readonly Source[] =>
  [...names]
    .filter((name) => !told.has(name))
    .flatMap((name) => {
      const fact = evidence[name];
      return fact.state === 'known' ? [fact.source] : [];
    });

const unknownIn = (names: readonly FactName[], evidence: Evidence): readonly FactName[] =>
  names.filter((name) => evidence[name].state !== 'known');

/** One look: what the check says, or that it could not see; undefined where it has nothing to say. */
export const look = (check: Check, evidence: Evidence, wanted: Wanted): Looked | undefined => {
  const missing = unknownIn(check.needs, evidence);
  if (missing.length > 0)
    return { check: check.id, reading: { state: 'not-seen', say: '', facts: missing }, sources: [] };
  const { facts, read } = reachable(['integration', 'now', ...check.needs, ...check.also], evidence);
  const reading = check.read(facts, wanted);
  return reading === undefined ? undefined : { check: check.id, reading, sources: sourcesOf(read, evidence) };
};
