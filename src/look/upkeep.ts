import { remedyValues } from '../diagnosis/index.ts';
import { quoted } from '../evidence/org/soql.ts';
import { defined, valueOf } from '../model/index.ts';
import type { App, AppOrigin, Diagnosis, Evidence, Integration, Upkeep } from '../model/index.ts';
import type { Words } from '../words/index.ts';

const help = (id: string): string => `https://help.salesforce.com/s/articleView?id=${id}`;
const guide = (page: string): string => `https://developer.salesforce.com/docs/${page}`;
const connect = (page: string): string => guide(`atlas.en-us.chatterapi.meta/chatterapi/${page}`);

const oauthToken = guide('atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_oauthtoken.htm');
const setupEntityAccess = guide(
  'atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_setupentityaccess.htm',
);

/** The tasks by the kind of the app, each with the pages that it rests on. */
const tasks: Readonly<Record<App['kind'], Readonly<Record<string, readonly string[]>>>> = {
  'connected-app': {
    access: [setupEntityAccess, oauthToken],
    revoke: [oauthToken, help('xcloud.remoteaccess_revoke_token.htm')],
    rotate: [help('xcloud.connected_app_edit_parent.htm')],
    move: [
      help('xcloud.migrate_connected_app_to_external_client_app.htm'),
      help('xcloud.connected_app_to_external_client_app_migration.htm'),
    ],
  },
  'external-client-app': {
    'access-external': [connect('connect_resources_usage_app_id_users.htm')],
    'revoke-external': [connect('connect_resources_usage.htm')],
    'rotate-external': [
      help('xcloud.eca_stage_oauth_credentials.htm'),
      connect('connect_resources_oauth_credentials_staged_credentials.htm'),
    ],
  },
};

/** As it stands in a SOQL text between double quotes of a shell. */
const inQuery = (name: string): string =>
  quoted(name)
    .slice(1, -1)
    .replaceAll(/["$`\\]/gu, (letter) => `\\${letter}`);

const inTheWay = ({ flow }: Integration, origin: AppOrigin, words: Words): readonly string[] => [
  ...(flow === 'password' ? [words.text('upkeep', 'in-the-way.password')] : []),
  ...(origin === 'packaged' ? [words.text('upkeep', 'in-the-way.packaged')] : []),
  words.text('upkeep', 'in-the-way.push'),
];

/** What only a person does to the app of a login; nothing where the app was not seen. */
export const upkeepOf = (
  evidence: Evidence,
  { integration, targetOrg }: Pick<Diagnosis, 'integration' | 'targetOrg'>,
  origin: AppOrigin,
  words: Words,
): readonly Upkeep[] => {
  const app = valueOf(evidence.app);
  if (app === undefined) return [];
  const seen = { targetOrg: targetOrg?.alias ?? targetOrg?.username, changedBy: undefined, sourceIp: undefined };
  const values = { ...remedyValues(evidence, seen), appName: inQuery(app.name) };
  return Object.entries(tasks[app.kind]).map(([id, sources]) => ({
    id,
    title: words.text('upkeep', `${id}.title`),
    steps: words.list('upkeep', `${id}.steps`, values),
    commands: words.list('upkeep', `${id}.commands`, values),
    ...defined({ risk: words.find('upkeep', `${id}.risk`, values) }),
    ...(id === 'move' ? { inTheWay: inTheWay(integration, origin, words) } : {}),
    sources,
  }));
};
