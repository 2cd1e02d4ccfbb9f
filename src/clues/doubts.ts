import { castsDoubt, clueOfDoubt } from '../model/index.ts';
import type { CauseId, Change, Clue, Integration, LoginRow } from '../model/index.ts';
import { isDecided } from './named.ts';
import { isHostOf } from './host-of.ts';
import { dayMs, span } from './times.ts';

/** Newest row that surely is of the integration: by the app's name; of login(), which goes through no app, any row. */
const newestSure = (rows: readonly LoginRow[], { app, appLabel, flow }: Integration): LoginRow | undefined => {
  const names = [app, appLabel].flatMap((name) => name?.toLowerCase() ?? []);
  if (flow === 'soap-login' || names.length === 0) return rows[0];
  return rows.find(({ application }) => application !== undefined && names.includes(application.toLowerCase()));
};

const isSince = ({ at, about }: Change, moment: string): boolean => about !== 'other' && span(moment, at) > 0;

/**
 * No failure was shown, and the login went well within a day, with nothing changed since: what would have stopped it has to
 * be looked at again. `counts`: which rows tell of this cause at all.
 */
export const workedLately = (counts: (row: LoginRow) => boolean = () => true): Clue =>
  clueOfDoubt('worked-lately', ['loginRows', 'integration', 'refusals', 'failedAt', 'now', 'changes'], (facts) => {
    const { loginRows, integration, refusals, failedAt, now, changes } = facts;
    if (refusals.length > 0 || failedAt !== undefined) return undefined;
    const row = newestSure(loginRows, integration);
    if (row?.success !== true || !counts(row) || span(row.at, now) > dayMs) return undefined;
    return changes.some((change) => isSince(change, row.at)) ? undefined : castsDoubt({ at: row.at });
  });

/** The org that was looked at is not the org of the login host, and knows neither user nor app: perhaps the wrong one was named. */
export const otherOrg = (id: CauseId): Clue =>
  clueOfDoubt('other-org', ['loginHost', 'organization', 'user', 'app', 'refusals'], (facts) => {
    if (facts.user !== undefined || facts.app !== undefined || isDecided(facts.refusals, id)) return undefined;
    return facts.loginHost.kind === 'my-domain' && isHostOf(facts) === false
      ? castsDoubt({ org: facts.organization.name, url: facts.loginHost.url })
      : undefined;
  });

/** Client credentials act as the run-as user, whoever was asked about: what is true of another says nothing of the login. */
export const otherUser = (id: CauseId): Clue =>
  clueOfDoubt('other-user', ['integration', 'app', 'user', 'refusals'], ({ integration, app, user, refusals }) => {
    const runAs = app?.clientCredentials?.runAs;
    if (integration.flow !== 'client-credentials' || runAs === undefined || user === undefined) return undefined;
    if (runAs.toLowerCase() === user.username.toLowerCase() || isDecided(refusals, id)) return undefined;
    return castsDoubt({ runAs, username: user.username });
  });
