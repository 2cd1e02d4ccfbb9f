import { known, unknown, type AppOauth, type Fact } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import {
  connectedAppMetadata,
  externalClientAppNeeds,
  globalOauthNames,
  globalOauthNeeds,
  metadataNeeds,
} from './app-metadata.ts';
import { connectedAppOauth, externalAppOauth, scopeColumns } from './app-oauth-read.ts';
import { belongsTo, oauthConfigOf, ownRow, type ListedApp } from './listed-app.ts';
import type { Rights } from './permissions.ts';
import { answerAt, theApp, type Question, type Turn } from './question.ts';
import { components, oneComponent, oneRow, type OneRow } from './rows.ts';
import { query, quoted, readMetadata } from './soql.ts';

const nowhere = (name: string) => unknown('not-in-this-org', undefined, { place: 'org', name });

const readConnected = (read: OneRow, rights: Fact<Rights>): Fact<AppOauth | undefined> => {
  const look = lookAt(rights, { name: 'ConnectedApp', needs: metadataNeeds, always: false });
  if (!read.ok) return refused(read, look);
  const { row: component } = read;
  if (component === undefined) return blindTo(look) ?? nowhere('ConnectedApp');
  const config = oauthConfigOf(component);
  return config === undefined ? known(undefined, look.source) : connectedAppOauth(config, look.source);
};

const askExternal = (app: ListedApp): Turn<AppOauth | undefined> => ({
  send: [
    query(
      `SELECT ${scopeColumns.join(', ')} FROM ExtlClntAppOauthSettings WHERE ExternalClientApplicationId = ${quoted(app.id)} LIMIT 1`,
    ),
    readMetadata('ExtlClntAppGlobalOauthSettings', globalOauthNames(app)),
  ],
});

/** What was read of an app: of an external client app its row of settings, and the component of the app. */
export type AppRead = { readonly settings: OneRow; readonly component: OneRow };

const readExternal = (
  app: ListedApp,
  { settings, component }: AppRead,
  rights: Fact<Rights>,
): Fact<AppOauth | undefined> => {
  const atSettings = lookAt(rights, { name: 'ExtlClntAppOauthSettings', needs: externalClientAppNeeds, always: false });
  if (!settings.ok) return refused(settings, atSettings);
  const { row } = settings;
  if (row === undefined) return blindTo(atSettings) ?? known(undefined, atSettings.source);

  const name = 'ExtlClntAppGlobalOauthSettings';
  const atGlobals = lookAt(rights, { name, needs: globalOauthNeeds, always: false });
  if (!component.ok) return refused(component, atGlobals);
  if (component.row !== undefined) return externalAppOauth(row, component.row, atGlobals.source);
  const installed = app.distribution !== undefined && app.distribution !== 'Local';
  return blindTo(atGlobals) ?? (installed ? nowhere(name) : unknown('depends-on-unknown', undefined, atGlobals.source));
};

export const readAppOauth = (app: ListedApp, read: AppRead, rights: Fact<Rights>): Fact<AppOauth | undefined> =>
  app.kind === 'connected-app' ? readConnected(read.component, rights) : readExternal(app, read, rights);

/** Only the metadata tells, and only for apps that this org owns: of an installed app it comes back empty. */
export const appOauth: Question<AppOauth | undefined> = {
  after: ['rights', 'listed'],
  ask: (seen) => {
    const found = theApp(seen);
    if ('unknown' in found) return found.unknown;
    if (found.app.kind === 'external-client-app') return askExternal(found.app);
    const metadata = connectedAppMetadata(found.app);
    return metadata === undefined ? unknown('depends-on-unknown') : { send: [metadata] };
  },
  read: (answers, seen) => {
    const found = theApp(seen);
    if ('unknown' in found) return found.unknown;
    const { app } = found;
    const [first, globals] = [answerAt(answers, 0), answerAt(answers, 1)];
    const component =
      app.kind === 'connected-app'
        ? oneComponent(first)
        : oneRow(globals, (answer) => components(answer).find((one) => belongsTo(one, app)));
    return readAppOauth(app, { settings: ownRow(first, app), component }, seen.fact('rights'));
  },
};
