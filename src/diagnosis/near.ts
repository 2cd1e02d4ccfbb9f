import { nearNames, nearUsers } from '../clues/near.ts';
import { known, valueOf } from '../model/index.ts';
import type { Diagnosis, Evidence, Fact } from '../model/index.ts';

const isSame = (name: string, app: string): boolean => name.toLowerCase() === app.toLowerCase();

/** Names that are like one that the org does not have. One that users authorised, though nobody installed it, is not mistyped. */
const nearApps = (app: string, names: readonly string[]): readonly string[] =>
  names.some((name) => isSame(name, app)) ? [] : nearNames(app, names);

/** What may be meant by a name that is not there. */
export const nearIn = (evidence: Evidence, absent: Diagnosis['absent']): Diagnosis['near'] => {
  const { username = '', app = '' } = valueOf(evidence.integration) ?? {};
  const users = absent.includes('user') ? nearUsers(username, valueOf(evidence.usersNear) ?? []) : [];
  const apps = absent.includes('app') ? nearApps(app, valueOf(evidence.appNames) ?? []) : [];
  return users.length + apps.length === 0 ? undefined : { users, apps };
};

const only = <T>(fact: Fact<readonly T[]>, pick: (all: readonly T[]) => readonly T[]): Fact<readonly T[]> =>
  fact.state === 'known' ? known(pick(fact.value), fact.source) : fact;

/** Of the names of users and apps in the org, those that are judged: the ones asked for, and those near them. */
export const withNearNamesOnly = (evidence: Evidence): Evidence => {
  const { username = '', app = '' } = valueOf(evidence.integration) ?? {};
  return {
    ...evidence,
    usersNear: only(evidence.usersNear, (users) => nearUsers(username, users)),
    appNames: only(evidence.appNames, (names) => [
      ...new Set([...names.filter((name) => isSame(name, app)), ...nearNames(app, names)]),
    ]),
  };
};
