import { Trouble, unknown, type Fact, type FactName, type Road, type Unknown } from '../../model/index.ts';
import { whyNot } from '../denial.ts';
import { askThrough } from '../org-ask.ts';
import type { OrgAnswer, OrgPort, OrgRequest, Spent } from '../org-wire.ts';
import type { Asking } from '../waves.ts';
import { course } from './course.ts';
import {
  orgFactNames,
  type AskableOrg,
  type AskedOfOrg,
  type FindingName,
  type Findings,
  type OrgFactName,
  type Context,
} from './question.ts';
import type { ListedApp } from './listed-app.ts';
import { namesakesIn } from './listed.ts';
import { questions } from './questions.ts';
import { ofTheLogin } from './run-as-user.ts';

export { withUser } from './learnt.ts';
export { actsAs } from './run-as-user.ts';

export { orgFactNames, type AskableOrg, type AskedOfOrg, type OrgFactName } from './question.ts';

export type OrgFacts = { readonly [N in OrgFactName]: Fact<Findings[N]> };

export type OrgEvidence = { readonly facts: OrgFacts } & Spent;

const allOf = (fact: (name: OrgFactName) => Unknown): OrgFacts =>
  Object.fromEntries(orgFactNames.map((name) => [name, fact(name)])) as OrgFacts;

/** Every fact of the org side, where there is no org to ask. `cure`: what would make us ask. */
export const orgNotAsked = (cure = '--target-org'): OrgFacts => allOf(() => unknown('not-asked', cure));

/** What is wanted, with all that must be found out on the way: rights first, since every reading asks for them. */
const pursued = (wanted: ReadonlySet<FactName>, more: readonly FindingName[] = []): readonly FindingName[] => {
  const names = new Set<FindingName>([
    'rights',
    'listed',
    'appAhead',
    'userAhead',
    ...more,
    ...orgFactNames.filter((name) => wanted.has(name)),
  ]);
  for (const name of names)
    for (const other of [...questions[name].after, ...(questions[name].beside ?? [])]) names.add(other);
  return [...names];
};

/** A session that is refused whatever it asks cannot be used at all; `refusal` says that the org itself did so, which is evidence. */
const refuseDeadSession = (org: AskableOrg, answers: readonly OrgAnswer[]): void => {
  const first = answers[0];
  if (first === undefined || first.ok) return;
  if (!answers.every((answer) => !answer.ok && whyNot(answer) === 'no-session')) return;
  const reason = [first.code, first.message].filter((part) => part !== undefined).join(': ');
  throw new Trouble('target-org-unusable', { org: org.username, reason, refusal: reason });
};

/** How an org says that it does not know the version: by the code, or as for any path that is not there. */
const isVersionRefused = (answer: OrgAnswer): boolean =>
  !answer.ok &&
  answer.trouble !== 'timed-out' &&
  (answer.code === 'UNSUPPORTED_API_VERSION' ||
    answer.code === 'NOT_FOUND' ||
    answer.status === 404 ||
    answer.status === 410);

/** A version that the org does not know makes every path wrong: nothing can be said then, and it is not the org's doing. */
const refuseVersion = (org: AskableOrg, requests: readonly OrgRequest[], answers: readonly OrgAnswer[]): void => {
  const gets = answers.filter((_answer, index) => requests[index]?.kind === 'get');
  if (gets.length === 0 || !gets.every(isVersionRefused)) return;
  throw new Trouble('api-version-unusable', { version: org.apiVersion, org: org.username });
};

/** What a login's facts are asked with. */
export type WantedOfOrg = AskedOfOrg & {
  readonly wanted: ReadonlySet<FactName>;
  /** Told what is known so far, whenever the org has answered and before it is asked on. */
  readonly heard?: ((facts: OrgFacts) => void) | undefined;
};

/** Pursues findings, in at most three waves. Throws as `orgFacts`. */
export const pursue = function* (
  org: AskableOrg,
  asked: AskedOfOrg,
  names: readonly FindingName[],
  heard?: (seen: Context) => void,
): Asking<Context> {
  const { seen, settle, take, left } = course(org, asked);
  for (let isFirst = true; left() > 0; isFirst = false) {
    const requests = settle(names);
    if (!isFirst) heard?.(seen);
    if (requests.length === 0) break;
    const answers = yield { requests, again: left() > 1 };
    take(requests, answers);
    if (isFirst) {
      refuseDeadSession(org, answers.answers);
      refuseVersion(org, requests, answers.answers);
    }
  }
  settle(names);
  return seen;
};

const factsFrom = (
  { fact }: Pick<Context, 'fact'>,
  wanted: ReadonlySet<FactName>,
  { integration }: AskedOfOrg,
): OrgFacts => {
  const facts = Object.fromEntries(
    orgFactNames.map((name) => [name, wanted.has(name) ? fact(name) : unknown('not-asked')]),
  ) as OrgFacts;
  return ofTheLogin(facts, integration);
};

/**
 * The wanted facts. What is not wanted is `unknown('not-asked')`.
 * Throws `Trouble('app-ambiguous', { app, matches })`, `Trouble('target-org-unusable', { org, reason })` and
 * `Trouble('api-version-unusable', { version, org })`.
 */
export const orgFacts = function* (org: AskableOrg, { wanted, heard, ...asked }: WantedOfOrg): Asking<OrgFacts> {
  const names = orgFactNames.some((name) => wanted.has(name)) ? pursued(wanted) : [];
  const factsIn = (seen: Context): OrgFacts => factsFrom(seen, wanted, asked);
  return factsIn(yield* pursue(org, asked, names, heard && ((seen) => heard(factsIn(seen)))));
};

export type FactsAround = {
  readonly facts: OrgFacts;
  /** All that the user is assigned to. */
  readonly roads: Fact<readonly Road[]>;
  /** The apps that are called as its rows call its own; undefined: they were not listed. */
  readonly namesakes: readonly ListedApp[] | undefined;
};

/** As `orgFacts`, with what a change is compared with. */
export const factsAround = function* (org: AskableOrg, { wanted, ...asked }: WantedOfOrg): Asking<FactsAround> {
  const seen = yield* pursue(org, asked, pursued(wanted, ['roads']));
  return { facts: factsFrom(seen, wanted, asked), roads: seen.fact('roads'), namesakes: namesakesIn(seen) };
};

/** Asks the org for the wanted facts. Throws as `orgFacts`. */
export const askOrg = async (port: OrgPort, wanted: WantedOfOrg): Promise<OrgEvidence> => ({
  facts: await askThrough(port, orgFacts(port, wanted)),
  ...port.spent(),
});
