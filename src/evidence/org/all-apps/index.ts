import { known, type AppFacts, type Fact, type OrgApps } from '../../../model/index.ts';
import { lookAt } from '../../denial.ts';
import { askThrough } from '../../org-ask.ts';
import type { OrgAnswer, OrgPort } from '../../org-wire.ts';
import { ask, askOne, beside, type Asking } from '../../waves.ts';
import { allExternalPolicies } from '../ahead.ts';
import { blockings, externalStateColumns, readAppState } from '../app-check/app-state.ts';
import { metadataNeeds, secretsSwitch } from '../app-metadata.ts';
import { readAppOauth } from '../app-oauth.ts';
import { scopeColumns } from '../app-oauth-read.ts';
import { readApp } from '../app.ts';
import { pursue } from '../index.ts';
import { readIpRelaxation } from '../ip-relaxation.ts';
import { ownRow, type ListedApp } from '../listed-app.ts';
import { allListed, lists, readLists } from '../listed.ts';
import { menuIn, menuItems } from '../menu-items.ts';
import type { Rights } from '../permissions.ts';
import type { AskableOrg } from '../question.ts';
import type { OneRow } from '../rows.ts';
import { query } from '../soql.ts';
import { componentsOf } from './metadata.ts';
import { tokensOf } from './tokens.ts';

const ofAll = (object: string, columns: readonly string[]) =>
  query(`SELECT ${['ExternalClientApplicationId', ...columns].join(', ')} FROM ${object} LIMIT 2000`);

/** What one query tells of all apps. */
type OfAll = {
  readonly policies: OrgAnswer;
  readonly settings: OrgAnswer;
  readonly states: OrgAnswer;
  readonly blocked: OrgAnswer;
  readonly secrets: OrgAnswer;
};

type Looking = { readonly rights: Fact<Rights>; readonly now: string };

const factsOf = (app: ListedApp, all: OfAll, component: OneRow, { rights, now }: Looking): AppFacts => {
  const isConnected = app.kind === 'connected-app';
  const policies = isConnected ? component : ownRow(all.policies, app);
  return {
    name: app.name,
    id: app.id,
    kind: app.kind,
    app: readApp(app, policies, rights, { place: 'org', name: 'ConnectedApplication' }),
    appOauth: readAppOauth(app, { settings: ownRow(all.settings, app), component, secrets: all.secrets }, rights),
    ipRelaxation: readIpRelaxation(app, policies, rights),
    appState: readAppState(app, isConnected ? all.blocked : all.states, { rights, now }),
  };
};

const noRight: OneRow = { ok: false, status: 403, code: 'INSUFFICIENT_ACCESS' };

/** Every app of the lists, with what the org tells of all of them at once, and their metadata, ten apps a call. */
const everyApp = function* (org: AskableOrg, now: string): Asking<Pick<OrgApps, 'apps' | 'whole' | 'menu'>> {
  const [{ fact }, listed, menu, policies, settings, states, blocked, secrets] = yield* beside([
    pursue(org, { integration: { sourceIps: [] }, now }, ['rights']),
    ask(lists({ org })),
    askOne(menuItems),
    askOne(allExternalPolicies),
    askOne(ofAll('ExtlClntAppOauthSettings', scopeColumns)),
    askOne(ofAll('ExtlClntAppPlcyCnfg', externalStateColumns)),
    askOne(blockings),
    askOne(secretsSwitch),
  ]);
  const rights = fact('rights');
  const apps = readLists(listed);
  const mayRead = lookAt(rights, { name: 'ConnectedApp', needs: metadataNeeds }).sight !== 'partial';
  const componentOf = mayRead ? yield* componentsOf(apps) : () => noRight;
  const all: OfAll = { policies, settings, states, blocked, secrets };
  return {
    apps: apps.map((app) => factsOf(app, all, componentOf(app), { rights, now })),
    whole:
      apps.length === 0 || !listed.every(({ ok }) => ok)
        ? allListed(listed, rights, { org })
        : known(undefined, { place: 'org' }),
    menu: new Map(menuIn(menu).map(({ id, appId }) => [id, appId])),
  };
};

const allApps = function* (org: AskableOrg, now: string): Asking<OrgApps> {
  const [{ fact }, apps, tokens] = yield* beside([
    pursue(org, { integration: { sourceIps: [] }, now }, ['rights', 'oauthSettings', 'apiAccess']),
    everyApp(org, now),
    tokensOf(org, now),
  ]);
  return { ...apps, tokens, oauthSettings: fact('oauthSettings'), apiAccess: fact('apiAccess') };
};

/**
 * Reads every app of an org: lists, policies and tokens in one wave, metadata in the next ones. `now`: UTC, ISO 8601.
 * Throws `Trouble`: `target-org-unusable { org, reason }`, `api-version-unusable { version, org }`.
 */
export const askAllApps = (port: OrgPort, now: string): Promise<OrgApps> => askThrough(port, allApps(port, now));
