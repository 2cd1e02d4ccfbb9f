import { cause } from '../clues/cause.ts';
import { nearNames } from '../clues/near.ts';
import { isByKey, isElsewhere, isOnlyAuthorised } from '../clues/presence.ts';
import { neitherKnown, otherOrg } from '../clues/doubts.ts';
import { appFlows } from '../clues/flows.ts';
import { isHostOf } from '../clues/host-of.ts';
import { isNamed } from '../clues/named.ts';
import { rowsOf } from '../clues/refresh.ts';
import { newest, wholeDays, wholeMinutes } from '../clues/times.ts';
import { atGate, clue, clueWith, notes, proves, rulesOut, suggests, tells, untold, withParts } from '../model/index.ts';
import type { App, Change, FactName, Facts, Sign } from '../model/index.ts';

const id = 'app-not-found-or-propagating';

/** Salesforce says up to 10 minutes; others saw more. Within this time every verdict on an app is provisional. */
const spreadMinutes = 30;

/** Minutes from the last change of the app to the failure (or to now, if it failed before); undefined where it is long ago. */
const minutesSinceChange = (app: App, failedAt: string | undefined, now: string): number | undefined => {
  const changed = newest([app.changedAt, app.createdAt]);
  if (changed === undefined) return undefined;
  return [failedAt ?? now, now].map((at) => wholeMinutes(changed, at)).find((ago) => ago >= 0 && ago <= spreadMinutes);
};

type KeyFacts = Pick<Facts, 'integration' | 'appOauth'>;

/** Where no key was given, it was the app's own that the host was asked about. */
const isOwnKey = ({ integration, appOauth }: KeyFacts): boolean => {
  const real = appOauth?.consumerKey;
  return real !== undefined && (integration.consumerKey ?? real) === real;
};

const absence = {
  needs: ['app', 'appTokens', 'integration', 'refusals'],
  also: ['keyProbe', 'appNames', 'loginRows'],
} as const satisfies { readonly needs: readonly FactName[]; readonly also: readonly FactName[] };

type Absence = Pick<Facts, 'app' | 'appTokens' | 'integration' | 'refusals'> &
  Partial<Pick<Facts, 'keyProbe' | 'appNames' | 'loginRows'>>;

const isAbsent = (facts: Absence): boolean =>
  facts.app === undefined && !isByKey(facts.integration) && !isOnlyAuthorised(facts) && !isElsewhere(facts);

const nearOf = ({ integration, appNames = [] }: Absence): readonly string[] =>
  nearNames(integration.app ?? '', appNames);

/** Login History shows a login that went well by an app of this name: Salesforce knew it, whoever listed it. */
const letIn = ({ integration: { app = '' }, loginRows = [] }: Absence): boolean =>
  rowsOf(loginRows, app).some(({ success }) => success);

/** A name may be mistyped for us alone: beside a failure that was shown it is a hint. */
const absent = (facts: Absence): Sign =>
  (facts.refusals.length === 0 && !letIn(facts) ? proves : suggests)({ app: facts.integration.app ?? '-' });

/** The trail says that an app of this name was deleted, and none was made since. */
const deletionIn = (changes: readonly Change[]): Change | undefined => {
  const last = changes.find(
    ({ action, about }) => about === 'app' && ['deleteapplication', 'insertapplication'].includes(action.toLowerCase()),
  );
  return last?.action.toLowerCase() === 'deleteapplication' ? last : undefined;
};

export default cause({
  id,
  gate: 'propagated',
  blocks: true,
  transient: ['just-changed'],
  flows: appFlows,
  sources: ['oauth-errors'],
  clues: [
    clue(
      'just-changed',
      ['keyProbe', 'app', 'appOauth', 'integration', 'failedAt', 'now', 'loginHost', 'organization'],
      (facts) => {
        const { keyProbe, app, failedAt, now } = facts;
        const minutes = app === undefined ? undefined : minutesSinceChange(app, failedAt, now);
        if (app === undefined || minutes === undefined || keyProbe.answer !== 'unknown') return undefined;
        // A host of other orgs never knew the key.
        return isOwnKey(facts) && isHostOf(facts) === true
          ? proves({ app: app.name, minutes, host: keyProbe.host })
          : undefined;
      },
    ),
    clue('changed-lately', ['app', 'failedAt', 'now', 'refusals'], ({ app, failedAt, now, refusals }) => {
      const minutes = app === undefined ? undefined : minutesSinceChange(app, failedAt, now);
      if (app === undefined || minutes === undefined || !isNamed(refusals, id)) return undefined;
      return suggests({ app: app.name, minutes });
    }),
    clue('no-such-app', ['keyProbe', 'app', 'integration', 'loginHost', 'organization'], (facts) => {
      const { keyProbe, app, integration } = facts;
      if (app !== undefined || integration.app === undefined || keyProbe.answer !== 'unknown') return undefined;
      const values = { app: integration.app, host: keyProbe.host };
      // Looked up by the key that may itself be the wrong one: then it may as well be that.
      return integration.app === integration.consumerKey || isHostOf(facts) !== true
        ? suggests(values)
        : proves(values);
    }),
    clue(
      'host-does-not-know',
      ['keyProbe', 'app', 'appOauth', 'integration', 'failedAt', 'now', 'loginHost', 'organization'],
      (facts) => {
        const { keyProbe, app, failedAt, now } = facts;
        if (app === undefined || keyProbe.answer !== 'unknown' || !isOwnKey(facts) || isHostOf(facts) !== true)
          return undefined;
        return minutesSinceChange(app, failedAt, now) === undefined ? suggests({ host: keyProbe.host }) : undefined;
      },
    ),
    clueWith('long-ago', { needs: ['app', 'failedAt', 'now', 'refusals'], also: ['keyProbe'] }, (facts) => {
      const { app, failedAt, now, refusals, keyProbe } = facts;
      const at = newest([app?.changedAt, app?.createdAt]);
      if (app === undefined || at === undefined || keyProbe?.answer === 'unknown' || isNamed(refusals, id))
        return undefined;
      return minutesSinceChange(app, failedAt, now) === undefined
        ? rulesOut({ at, days: wholeDays(at, now) })
        : undefined;
    }),
    clue('fresh', ['app', 'keyProbe', 'failedAt', 'now'], ({ app, keyProbe, failedAt, now }) => {
      const minutes = app === undefined ? undefined : minutesSinceChange(app, failedAt, now);
      return minutes === undefined || keyProbe.answer !== 'known' ? undefined : notes({ minutes, host: keyProbe.host });
    }),
    atGate(
      'app',
      clue('listed', ['app'], ({ app }) =>
        app === undefined
          ? undefined
          : withParts({ kind: [{ say: `kind.${app.kind}` }] }, tells({ app: app.name, id: app.id })),
      ),
    ),
    atGate(
      'app',
      clue('last-changed', ['app'], ({ app: { changedAt: at, changedBy: by } = {} }) =>
        at === undefined || by === undefined ? undefined : tells({ at, by }),
      ),
    ),
    atGate(
      'app',
      clue('only-authorised', ['app', 'appTokens'], ({ app, appTokens }) =>
        isOnlyAuthorised({ app, appTokens }) ? tells({ count: appTokens.total }) : undefined,
      ),
    ),
    atGate(
      'app',
      clue('elsewhere', ['app', 'keyProbe'], ({ app, keyProbe }) =>
        isElsewhere({ app, keyProbe }) ? tells({ host: keyProbe.host }) : undefined,
      ),
    ),
    // It may be an app of another org, which only the login host would know.
    atGate(
      'app',
      clueWith(
        'key-not-here',
        { needs: ['app', 'integration'], also: ['keyProbe'] },
        ({ app, integration, keyProbe }) =>
          app === undefined && isByKey(integration) && keyProbe === undefined ? untold() : undefined,
      ),
    ),
    // Nobody spoke of a failure, the org lists no such app, and no user ever approved one of that name.
    atGate(
      'app',
      clueWith('not-in-org', absence, (facts) =>
        isAbsent(facts) && nearOf(facts).length === 0 ? absent(facts) : undefined,
      ),
    ),
    atGate(
      'app',
      clueWith('deleted', { ...absence, needs: [...absence.needs, 'changes'] }, (facts) => {
        const deletion = isAbsent(facts) ? deletionIn(facts.changes) : undefined;
        if (deletion === undefined) return undefined;
        return proves({ app: facts.integration.app ?? '-', at: deletion.at, by: deletion.by ?? '-' }, deletion.at);
      }),
    ),
    atGate(
      'app',
      clueWith('near-name', absence, (facts) => {
        const names = isAbsent(facts) ? nearOf(facts) : [];
        if (names.length === 0) return undefined;
        return withParts({ names: names.map((name) => ({ say: 'name', values: { name } })) }, absent(facts));
      }),
    ),
    clue('other-key', ['appOauth', 'integration'], ({ appOauth, integration: { consumerKey } }) => {
      const real = appOauth?.consumerKey;
      return real !== undefined && consumerKey !== undefined && real !== consumerKey ? rulesOut() : undefined;
    }),
    clue('key-known', ['keyProbe', 'refusals'], ({ keyProbe, refusals }) =>
      keyProbe.answer === 'known' && !isNamed(refusals, id) ? rulesOut({ host: keyProbe.host }) : undefined,
    ),
    otherOrg(id),
    neitherKnown(id),
  ],
  actions: [
    'deleteApplication',
    'insertApplication',
    'enableOauth',
    'generateOauthStagedCredential',
    'uninstalledpackagingapp',
  ],
  remedies: [
    { id: 'wait', who: 'nobody', effect: 'waits', provedBy: ['just-changed'] },
    {
      id: 'find-app',
      who: 'org-admin',
      effect: 'grants-access',
      provedBy: ['no-such-app', 'not-in-org', 'near-name', 'deleted'],
      setup: '/lightning/setup/{appSettings}/home',
    },
  ],
});
