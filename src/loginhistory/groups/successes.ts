import { defined } from '../../model/index.ts';
import { loginOf } from '../piece.ts';
import type { Activity } from '../patterns/silence.ts';
import type { GroupContext } from './describe.ts';
import type { MainLogin } from './main-login.ts';

type Successes = Pick<GroupContext, 'lastSuccessBefore' | 'firstSuccessAfter'>;

/**
 * Both ends of a span are times of rows: where a failure lies within, the nearer end that is on its own side counts, and the success next
 * to the failure may be nearer still.
 */
type Near = { readonly at: number; readonly mayBeNearer: boolean };

const before = ({ first, last }: Activity, at: number): Near | undefined =>
  last < at ? { at: last, mayBeNearer: false } : first < at ? { at: first, mayBeNearer: true } : undefined;

const after = ({ first, last }: Activity, at: number): Near | undefined =>
  first > at ? { at: first, mayBeNearer: false } : last > at ? { at: last, mayBeNearer: true } : undefined;

/** `unsure`: on which sides a nearer success may lie in a span in which a failure lies too. */
export type Found = Successes & { readonly unsure: { readonly before: boolean; readonly after: boolean } };

type Finding = { -readonly [K in keyof Successes]: Successes[K] } & { unsure: { before: boolean; after: boolean } };

const note = (found: Finding, one: Activity, { first, last }: MainLogin): void => {
  const [earlier, later] = [before(one, first), after(one, last)];
  if (earlier !== undefined) found.lastSuccessBefore = Math.max(found.lastSuccessBefore ?? -Infinity, earlier.at);
  if (later !== undefined) found.firstSuccessAfter = Math.min(found.firstSuccessAfter ?? Infinity, later.at);
  found.unsure.before ||= earlier?.mayBeNearer === true;
  found.unsure.after ||= later?.mayBeNearer === true;
};

/** The last success of a login before its first failure, and the first one after its last failure, as the counts tell. */
export const successesIn = (activity: Iterable<Activity>, wanted: readonly MainLogin[]): ReadonlyMap<string, Found> => {
  const found = new Map<string, Finding>();
  const byKey = Map.groupBy(wanted, ({ key }) => key);
  for (const one of activity) {
    if (!one.success) continue;
    for (const login of byKey.get(loginOf(one)) ?? []) {
      const id = `${login.key} ${login.first} ${login.last}`;
      const known = found.get(id) ?? { unsure: { before: false, after: false } };
      note(known, one, login);
      found.set(id, known);
    }
  }
  return found;
};

const nothing: Found = { unsure: { before: false, after: false } };

export const foundOf = (found: ReturnType<typeof successesIn>, { key, first, last }: MainLogin): Found =>
  found.get(`${key} ${first} ${last}`) ?? nothing;

export const successesOf = (found: ReturnType<typeof successesIn>, login: MainLogin): Successes => {
  const { lastSuccessBefore, firstSuccessAfter } = foundOf(found, login);
  return {
    ...defined({ lastSuccessBefore, firstSuccessAfter }),
  };
};
