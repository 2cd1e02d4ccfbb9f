import { cause } from '../clues/cause.ts';
import { isOnlyAuthorised } from '../clues/presence.ts';
import { rowsOf } from '../clues/refresh.ts';
import { newest } from '../clues/times.ts';
import { appFlows } from '../clues/flows.ts';
import { isDecided, isNamed } from '../clues/named.ts';
import { clue, clueWith, proves, rulesOut, suggests, untold } from '../model/index.ts';
import type { AppState, Change, Facts } from '../model/index.ts';

const id = 'app-blocked-or-uninstalled';

const block = 'blockconnectedapplication';
const uninstall = 'deleteconnectedapplication';

/** What opens or shuts an app for the whole org: the newest of these stands. */
const switches = [block, 'unblockconnectedapplication', 'insertconnectedapplication', uninstall];

const isLater = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && (b === undefined || a > b);

type Alive = Partial<Pick<Facts, 'app' | 'loginRows' | 'appTokens'>>;

/** When the app was last seen to be let in. */
const lastUse = ({ app, loginRows = [], appTokens }: Alive): string | undefined =>
  newest([
    appTokens?.lastUsedAt,
    ...(app === undefined ? [] : rowsOf(loginRows, app.name).map(({ success, at }) => (success ? at : undefined))),
  ]);

const lastAlive = (facts: Alive): string | undefined => newest([lastUse(facts), facts.app?.createdAt]);

/** The newest moment within the reach of the trail at which it was surely let in, and after which nobody blocked it. */
const seenAlive = ({ blockedAt, unblockedAt, trailFrom }: AppState, facts: Alive): string | undefined => {
  const alive = lastAlive(facts);
  const from = unblockedAt ?? trailFrom;
  const isWithin = alive !== undefined && from !== undefined && alive >= from;
  return [isWithin ? alive : undefined, unblockedAt].find((at) => at !== undefined && !isLater(blockedAt, at));
};

const newestSwitch = (changes: readonly Change[]): Change | undefined =>
  changes.find(({ action }) => switches.includes(action.toLowerCase()));

export default cause({
  id,
  gate: 'app',
  blocks: true,
  flows: appFlows,
  doubtedBySuccess: true,
  sources: ['apps-oauth-usage'],
  explains: ['refresh-token-revoked-or-expired'],
  clues: [
    // Whether an app is blocked can be read from no object and no metadata: only the audit trail tells, where it names the app.
    clue('audit', ['changes', 'refusals'], ({ changes, refusals }) => {
      const newest = newestSwitch(changes);
      if (newest?.action.toLowerCase() !== block) return undefined;
      const values = { at: newest.at, by: newest.by ?? '-', display: newest.display };
      if (newest.about === 'app') return proves(values, newest.at);
      return isNamed(refusals, id) ? suggests(values) : undefined;
    }),
    // A vendor's app that was uninstalled stands in no list any more: the trail calls it by its name.
    clue('uninstalled', ['changes', 'app', 'refusals'], ({ changes, app, refusals }) => {
      const newest = newestSwitch(changes);
      if (newest?.action.toLowerCase() !== uninstall || newest.about !== 'app' || app !== undefined) return undefined;
      const values = { at: newest.at, by: newest.by ?? '-', display: newest.display };
      // Users who may approve apps that nobody installed can go on: only a refusal shows that this one cannot.
      if (refusals.length === 0) return suggests(values);
      return isNamed(refusals, id) ? proves(values, newest.at) : undefined;
    }),
    // External client apps tell it themselves.
    clue('switched', ['appState', 'refusals'], ({ appState: { enabled, oauthOff }, refusals }) => {
      if (enabled === undefined) return undefined;
      if (!enabled) return proves();
      return isDecided(refusals, id) || oauthOff === true ? undefined : rulesOut();
    }),
    // The refusal itself names either: "The external client app or the OAuth plugin is disabled."
    clue('oauth-plugin', ['appState'], ({ appState: { oauthOff } }) => (oauthOff === true ? proves() : undefined)),
    // Of connected apps only the trail tells: whoever was alive within its reach, and not blocked since, is not blocked.
    clueWith(
      'alive',
      { needs: ['appState', 'app', 'refusals'], also: ['loginRows', 'appTokens', 'changes'] },
      (facts) => {
        const { app, appState, refusals, changes = [] } = facts;
        const isBlocked = newestSwitch(changes)?.action.toLowerCase() === block;
        const isHere = app !== undefined || isOnlyAuthorised(facts);
        if (isBlocked || !isHere || appState.enabled !== undefined || isNamed(refusals, id)) return undefined;
        const at = seenAlive(appState, facts);
        if (at !== undefined) return rulesOut({ at });
        return isLater(appState.blockedAt, appState.unblockedAt) ? undefined : untold();
      },
    ),
    clueWith('blocked', { needs: ['appState'], also: ['app', 'loginRows', 'appTokens'] }, (facts) => {
      const { blockedAt, unblockedAt } = facts.appState;
      if (blockedAt === undefined || !isLater(blockedAt, unblockedAt) || isLater(lastUse(facts), blockedAt))
        return undefined;
      return proves({ at: blockedAt }, blockedAt);
    }),
  ],
  actions: ['blockConnectedApplication', 'deleteConnectedApplication', 'uninstalledpackagingapp'],
  undoneBy: ['unblockConnectedApplication', 'insertConnectedApplication'],
  remedies: [
    { id: 'unblock', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/ConnectedAppsUsage/home' },
    {
      id: 'switch-plugin-on',
      who: 'org-admin',
      effect: 'grants-access',
      setup: '/lightning/setup/ManageExternalClientApplication/home',
      provedBy: ['oauth-plugin'],
      notBy: ['audit', 'blocked', 'uninstalled'],
    },
  ],
});
