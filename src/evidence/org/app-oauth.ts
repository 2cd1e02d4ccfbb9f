import { known, unknown, type AppOauth, type Fact } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import type { OrgAnswer } from '../org-wire.ts';
import {
  connectedAppMetadata,
  externalClientAppNeeds,
  globalOauthNames,
  globalOauthNeeds,
  metadataNeeds,
} from './app-metadata.ts';
import { connectedAppOauth, externalAppOauth, scopeColumns } from './app-oauth-read.ts';
import { belongsTo, oauthConfigOf, type ListedApp } from './listed-app.ts';
import { answerAt, theApp, type Question, type Seen, type Turn } from './question.ts';
import { components, records } from './rows.ts';
import { query, quoted, readMetadata } from './soql.ts';

const nowhere = (name: string) => unknown('not-in-this-org', undefined, { place: 'org', name });

const readConnected = (answer: OrgAnswer, seen: Seen): Fact<AppOauth | undefined> => {
  const look = lookAt(seen.fact('rights'), { name: 'ConnectedApp', needs: metadataNeeds, always: false });
  if (!answer.ok) return refused(answer, look);
  const component = components(answer)[0];
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

const readExternal = (app: ListedApp, answers: readonly OrgAnswer[], seen: Seen): Fact<AppOauth | undefined> => {
  const rights = seen.fact('rights');
  const [settings, globals] = [answerAt(answers, 0), answerAt(answers, 1)];
  const atSettings = lookAt(rights, { name: 'ExtlClntAppOauthSettings', needs: externalClientAppNeeds, always: false });
  if (!settings.ok) return refused(settings, atSettings);
  const row = records(settings)[0];
  if (row === undefined) return blindTo(atSettings) ?? known(undefined, atSettings.source);

  const name = 'ExtlClntAppGlobalOauthSettings';
  const atGlobals = lookAt(rights, { name, needs: globalOauthNeeds, always: false });
  if (!globals.ok) return refused(globals, atGlobals);
  const global = components(globals).find((component) => belongsTo(component, app));
  if (global !== undefined) return externalAppOauth(row, global, atGlobals.source);
  const installed = app.distribution !== undefined && app.distribution !== 'Local';
  return blindTo(atGlobals) ?? (installed ? nowhere(name) : unknown('depends-on-unknown', undefined, atGlobals.source));
};

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
    return found.app.kind === 'connected-app'
      ? readConnected(answerAt(answers, 0), seen)
      : readExternal(found.app, answers, seen);
  },
};
