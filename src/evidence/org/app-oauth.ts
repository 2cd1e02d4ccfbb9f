import { denied, known, unknown, type AppOauth, type Fact } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import {
  connectedAppMetadata,
  externalClientAppNeeds,
  globalOauthNames,
  globalOauthNeeds,
  metadataNeeds,
  secretsSwitch,
  switchedOff,
} from './app-metadata.ts';
import { connectedAppOauth, externalAppOauth, scopeColumns } from './app-oauth-read.ts';
import type { OrgAnswer } from '../org-wire.ts';
import { belongsTo, oauthConfigOf, ownRow, type ListedApp } from './listed-app.ts';
import type { Rights } from './permissions.ts';
import { answerAt, theApp, ofApp, type Question, type Context, type Turn } from './question.ts';
import { components, oneComponent, oneRow, type OneRow } from './rows.ts';
import { query, quoted, readMetadata } from './soql.ts';
import { internalSobject, metadataType } from './documents.ts';

const nowhere = (name: string) => unknown('not-in-this-org', undefined, { place: 'org', name });

const readConnected = (read: OneRow, rights: Fact<Rights>): Fact<AppOauth | undefined> => {
  const look = lookAt(rights, { name: 'ConnectedApp', needs: metadataNeeds, always: false });
  if (!read.ok) return refused(read, look);
  const { row: component } = read;
  if (component === undefined) return blindTo(look) ?? nowhere('ConnectedApp');
  const config = oauthConfigOf(component);
  return config === undefined ? known(undefined, look.source) : connectedAppOauth(config, look.source);
};

/** The component among those that came: they have free names. */
const globalOf = (answer: OrgAnswer, app: ListedApp): OneRow =>
  oneRow(answer, (found) => components(found).find((one) => belongsTo(one, app)));

const hasCome = (one: OneRow): boolean => one.ok && one.row !== undefined;

const askExternal = (app: ListedApp, seen: Context): Turn<AppOauth | undefined> => {
  const settings = query(
    `SELECT ${scopeColumns.join(', ')} FROM ExtlClntAppOauthSettings WHERE ExternalClientApplicationId = ${quoted(app.id)} LIMIT 1`,
  );
  const globals = readMetadata('ExtlClntAppGlobalOauthSettings', globalOauthNames(app));
  const answer = seen.answers([globals])?.[0];
  const isMissing = answer !== undefined && !hasCome(globalOf(answer, app));
  return { send: [settings, globals], also: isMissing ? [secretsSwitch] : [] };
};

/** What was read of an app: of an external client app its row of settings, and the component of the app. */
export type AppRead = {
  readonly settings: OneRow;
  readonly component: OneRow;
  /** The org's switch that lets the component be read, where that was asked for. */
  readonly secrets: OrgAnswer;
};

const readExternal = (
  app: ListedApp,
  { settings, component, secrets }: AppRead,
  rights: Fact<Rights>,
): Fact<AppOauth | undefined> => {
  const atSettings = lookAt(rights, { name: 'ExtlClntAppOauthSettings', needs: externalClientAppNeeds, always: false });
  if (!settings.ok) return refused(settings, atSettings);
  const { row } = settings;
  if (row === undefined) return blindTo(atSettings) ?? known(undefined, atSettings.source);

  const name = 'ExtlClntAppGlobalOauthSettings';
  const atGlobals = lookAt(rights, { name, needs: globalOauthNeeds, always: false });
  const off = atGlobals.sight === 'whole' && !hasCome(component) ? switchedOff(secrets) : undefined;
  if (off !== undefined) return denied(off, atGlobals.source);
  if (!component.ok) return refused(component, atGlobals);
  if (component.row !== undefined) return externalAppOauth(row, component.row, atGlobals.source);
  const installed = app.distribution !== undefined && app.distribution !== 'Local';
  return blindTo(atGlobals) ?? (installed ? nowhere(name) : unknown('depends-on-unknown', undefined, atGlobals.source));
};

export const readAppOauth = (app: ListedApp, read: AppRead, rights: Fact<Rights>): Fact<AppOauth | undefined> =>
  app.kind === 'connected-app' ? readConnected(read.component, rights) : readExternal(app, read, rights);

/** Only the metadata tells, and only for apps that this org owns: of an installed app it comes back empty. */
export const appOauth: Question<AppOauth | undefined> = {
  documents: [
    metadataType('ConnectedApp', '2026-11-30'),
    internalSobject('ExtlClntAppOauthSettings', '2026-11-30'),
    metadataType('ExtlClntAppGlobalOauthSettings', '2026-11-30'),
    metadataType('ExternalClientAppSettings', '2026-11-30'),
  ],
  after: ['rights', 'listed'],
  ask: ofApp((app, seen) => {
    if (app.kind === 'external-client-app') return askExternal(app, seen);
    const metadata = connectedAppMetadata(app);
    return metadata === undefined ? unknown('depends-on-unknown') : { send: [metadata] };
  }),
  read: (answers, seen) => {
    const found = theApp(seen);
    if ('unknown' in found) return found.unknown;
    const { app } = found;
    const [first, globals] = [answerAt(answers, 0), answerAt(answers, 1)];
    const component = app.kind === 'connected-app' ? oneComponent(first) : globalOf(globals, app);
    const read = { settings: ownRow(first, app), component, secrets: answerAt(answers, 2) };
    return readAppOauth(app, read, seen.fact('rights'));
  },
};
