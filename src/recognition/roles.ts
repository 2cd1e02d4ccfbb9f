import type { Refusal } from '../model/index.ts';
import type { Owners } from './owners.ts';
import { isOfEarlierRun } from './runs.ts';
import { isVague } from './statement.ts';
import type { Statement } from './statement.ts';

/** What a refusal is beside the others of its text. */
export type Role = NonNullable<Refusal['role']>;

/** Whether it says why Salesforce, or the client that talks to it, refused: in its own words, or in a line that names it. */
const isOurs = (one: Statement, owners: Owners): boolean =>
  one.provider === undefined &&
  one.entry !== undefined &&
  (!isVague(one) || owners.near(one.start, one.end)?.value === undefined);

/** That a session has ended is why the client logged in anew. */
const isEndedSession = ({ entry }: Statement): boolean => entry?.id === 'api.session_invalid';

/** Nothing was answered, or only that the server is busy: a try that was made again. */
const isUnanswered = ({ entry }: Statement): boolean =>
  entry?.channel === 'network' || entry?.suspects?.[0] === 'org-maintenance-or-read-only';

const answers = new Set(['token-endpoint', 'soap', 'authorize']);

/** Salesforce was reached, and refused a login. */
const isRefusedLogin = (one: Statement): boolean =>
  one.provider === undefined &&
  one.list === undefined &&
  !isVague(one) &&
  answers.has(one.entry?.channel ?? '') &&
  !isEndedSession(one) &&
  !isUnanswered(one);

/** When each was last said, in milliseconds; undefined where its line does not tell. */
type Said = (one: Statement) => number | undefined;

/** A wording that leaves more open may be the same failure as one before it. */
const fewSuspects = 2;

const tellsWhy = ({ entry }: Statement): boolean =>
  entry?.decides !== undefined || (entry?.suspects !== undefined && entry.suspects.length <= fewSuspects);

/** When a login was refused last, where that refusal tells why: what an earlier run met was something else. */
const lastTold = (refusals: readonly Statement[], saidAt: Said): number | undefined => {
  const [newest] = refusals.toSorted((a, b) => (saidAt(b) ?? 0) - (saidAt(a) ?? 0));
  return newest === undefined || !tellsWhy(newest) ? undefined : saidAt(newest);
};

/** The roles of those that do not decide. */
export const rolesOf = (
  statements: readonly Statement[],
  owners: Owners,
  saidAt: Said,
): ReadonlyMap<Statement, Role> => {
  const oursSpeaks = statements.some((one) => isOurs(one, owners));
  const refusals = statements.filter(isRefusedLogin);
  const refused = refusals.length > 0;
  const newest = lastTold(refusals, saidAt);
  const roleOf = (one: Statement): Role | undefined => {
    if (one.provider !== undefined) return oursSpeaks ? 'bystander' : undefined;
    const occasion = one.list === undefined && (isEndedSession(one) || isUnanswered(one));
    const isEarlier = isRefusedLogin(one) && isOfEarlierRun(saidAt(one), newest);
    return (refused && occasion) || isEarlier ? 'occasion' : undefined;
  };
  return new Map(
    statements.flatMap((one) => {
      const role = roleOf(one);
      return role === undefined ? [] : [[one, role] as const];
    }),
  );
};
