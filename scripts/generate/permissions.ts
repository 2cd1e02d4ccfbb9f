import { questions } from '../../src/evidence/org/questions.ts';
import type { Context, FindingName, Findings } from '../../src/evidence/org/question.ts';
import type { OrgAnswer } from '../../src/evidence/org-wire.ts';
import { known, permissionLabels, unknown } from '../../src/model/index.ts';
import type { Fact, FactName } from '../../src/model/index.ts';
import type { PermissionName } from '../../src/evidence/org/permissions.ts';

const asked = { place: 'asked' } as const;

/** A session that may see nothing, and is told so. */
const rights = known(
  { held: new Set<PermissionName>(), known: new Set(Object.keys(permissionLabels) as PermissionName[]) },
  asked,
);

/** More answers than any question reads. */
const refusals: readonly OrgAnswer[] = Array.from({ length: 40 }, () => ({
  ok: false,
  code: 'INSUFFICIENT_ACCESS',
  status: 403,
}));

const isFinding = (name: string): name is FindingName => name in questions;

const read = <N extends FindingName>(name: N): Fact<Findings[N]> => questions[name].read(refusals, seen);

/** What is settled before a question is read. What an app is asked by is its entry in the lists. */
const settled: { readonly [N in FindingName]?: Fact<Findings[N]> } = {
  rights,
  get listed() {
    return read('listed');
  },
};

const seen: Context = {
  asked: { integration: { sourceIps: [] }, now: '2026-11-30T00:00:00.000Z' },
  org: { username: 'admin@acme.com', apiVersion: '67.0' },
  fact: (name) => settled[name] ?? unknown('depends-on-unknown'),
  answers: () => refusals,
  isLast: () => true,
};

/** What a question waits for says no in its place. */
const deniedBy = (name: FindingName): string | undefined => {
  const fact = read(name);
  if (fact.state === 'denied') return fact.permission;
  return questions[name].after.includes('listed') ? deniedBy('listed') : undefined;
};

/** The permission without which an org does not tell a fact: what each question itself says of a refusal. */
export const permissionFor = (fact: FactName): string | undefined => (isFinding(fact) ? deniedBy(fact) : undefined);
