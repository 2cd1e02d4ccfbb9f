import { castsDoubt, clueOfDoubt, clueWith, doubting, myDomainNameIn } from '../model/index.ts';
import type { CauseId, Change, Clue, Facts, Integration, LoginRow } from '../model/index.ts';
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

type LoginFacts = Pick<Facts, 'integration' | 'refusals' | 'failedAt' | 'now'> & Partial<Pick<Facts, 'app'>>;

const asked = ['integration', 'refusals', 'failedAt', 'now'] as const;

/**
 * A failure that was shown came after every success. And what is changed about an external client app leaves no trace that is known:
 * that none is there says nothing.
 */
const isBeyondDoubt = ({ refusals, failedAt, app }: LoginFacts): boolean =>
  refusals.length > 0 || failedAt !== undefined || app?.kind === 'external-client-app';

const successWithinADay = (rows: readonly LoginRow[], { integration, now }: LoginFacts): LoginRow | undefined => {
  const row = newestSure(rows, integration);
  return row?.success === true && span(row.at, now) <= dayMs ? row : undefined;
};

/** The login went well within a day, with nothing changed since: what would have stopped it has to be looked at again. */
const workedLately = doubting(
  clueWith('worked-lately', { needs: [...asked, 'loginRows', 'changes'], also: ['app'] }, (facts) => {
    const { loginRows, changes, app } = facts;
    const row = isBeyondDoubt(facts) ? undefined : successWithinADay(loginRows, facts);
    if (row === undefined || (app?.changedAt !== undefined && span(row.at, app.changedAt) > 0)) return undefined;
    return changes.some((change) => isSince(change, row.at)) ? undefined : castsDoubt({ at: row.at });
  }),
);

/** Whoever sees less is no surer than one who would see such a login. */
const latelyUnseen = doubting(
  clueWith('lately-unseen', { needs: asked, also: ['loginRows', 'changes', 'app'] }, (facts) => {
    const { loginRows, changes } = facts;
    if (isBeyondDoubt(facts)) return undefined;
    if (loginRows === undefined) return castsDoubt();
    return changes === undefined && successWithinADay(loginRows, facts) !== undefined ? castsDoubt() : undefined;
  }),
);

/** What a login that went well says against a cause that nobody can read in a setting. */
export const doubtsBySuccess: readonly Clue[] = [workedLately, latelyUnseen];

/** The hosts that every org shares, by name: which org was meant they do not tell. */
const tellsNoOrg = (url: string | undefined): boolean =>
  url === undefined || /^https:\/\/(?:login|test)\.salesforce\.com$/iu.test(url);

/** The org knows neither the user nor the app, and nothing shows that the login belongs to it: perhaps another org was meant. */
export const neitherKnown = (id: CauseId): Clue =>
  clueOfDoubt('neither-known', ['integration', 'organization', 'user', 'app', 'refusals'], (facts) => {
    const { username, app, consumerKey, loginUrl } = facts.integration;
    if (facts.user !== undefined || facts.app !== undefined || isDecided(facts.refusals, id)) return undefined;
    if (username === undefined || (app ?? consumerKey) === undefined || !tellsNoOrg(loginUrl)) return undefined;
    return castsDoubt({ org: facts.organization.name });
  });

/** The org that was looked at is not the org of the login host, and knows neither user nor app: perhaps the wrong one was named. */
export const otherOrg = (id: CauseId): Clue =>
  clueOfDoubt('other-org', ['loginHost', 'organization', 'user', 'app', 'refusals'], (facts) => {
    if (facts.user !== undefined || facts.app !== undefined || isDecided(facts.refusals, id)) return undefined;
    return facts.loginHost.kind === 'my-domain' && isHostOf(facts) === false
      ? castsDoubt({ org: facts.organization.name, url: facts.loginHost.url })
      : undefined;
  });

/** The host does not tell whose it is, goes by another name than the org that was looked at, and that org does not know the user. */
export const otherName = (id: CauseId): Clue =>
  clueOfDoubt('other-name', ['loginHost', 'organization', 'user', 'myDomain', 'refusals'], (facts) => {
    const [asked, own] = [myDomainNameIn(facts.loginHost.url), facts.myDomain.name?.toLowerCase()];
    if (facts.user !== undefined || isHostOf(facts) !== undefined || isDecided(facts.refusals, id)) return undefined;
    return asked !== undefined && own !== undefined && asked !== own
      ? castsDoubt({ org: facts.organization.name, url: facts.loginHost.url })
      : undefined;
  });
