import { loginOf } from '../piece.ts';
import type { Activity } from '../patterns/silence.ts';
import type { GroupContext } from './describe.ts';
import type { MainLogin } from './main-login.ts';

type Successes = Pick<GroupContext, 'lastSuccessBefore' | 'firstSuccessAfter'>;

/** Both ends of a span are times of rows: where a failure lies within, the nearer end that is on its own side counts. */
const before = ({ first, last }: Activity, at: number): number | undefined =>
  last < at ? last : first < at ? first : undefined;

const after = ({ first, last }: Activity, at: number): number | undefined =>
  first > at ? first : last > at ? last : undefined;

/** The last success of a login before its first failure, and the first one after its last failure, as the counts tell. */
export const successesIn = (
  activity: Iterable<Activity>,
  wanted: readonly MainLogin[],
): ReadonlyMap<string, Successes> => {
  const found = new Map<string, { lastSuccessBefore?: number; firstSuccessAfter?: number }>();
  const byKey = Map.groupBy(wanted, ({ key }) => key);
  for (const one of activity) {
    if (!one.success) continue;
    for (const login of byKey.get(loginOf(one)) ?? []) {
      const id = `${login.key} ${login.first} ${login.last}`;
      const known = found.get(id) ?? {};
      const [earlier, later] = [before(one, login.first), after(one, login.last)];
      if (earlier !== undefined) known.lastSuccessBefore = Math.max(known.lastSuccessBefore ?? -Infinity, earlier);
      if (later !== undefined) known.firstSuccessAfter = Math.min(known.firstSuccessAfter ?? Infinity, later);
      found.set(id, known);
    }
  }
  return found;
};

export const successesOf = (found: ReturnType<typeof successesIn>, { key, first, last }: MainLogin): Successes =>
  found.get(`${key} ${first} ${last}`) ?? {};
