import { sameId } from '../../state/ids.ts';
import { allowedCalls } from './allowance.ts';
import { ok, refusal, type Answer } from './answer.ts';
import { basePath, type Desk } from './desk.ts';

const names = [
  'tooling',
  'metadata',
  'eclair',
  'folders',
  'prechatForms',
  'contact-tracing',
  'jsonxform',
  'chatter',
  'payments',
  'tabs',
  'appMenu',
  'quickActions',
  'queryAll',
  'commerce',
  'wave',
  'iot',
  'analytics',
  'search',
  'smartdatadiscovery',
  'composite',
  'parameterizedSearch',
  'fingerprint',
  'theme',
  'nouns',
  'domino',
  'event',
  'serviceTemplates',
  'recent',
  'connect',
  'licensing',
  'limits',
  'process',
  'dedupe',
  'async-queries',
  'query',
  'jobs',
  'match',
  'localizedvalue',
  'mobile',
  'emailConnect',
  'consent',
  'tokenizer',
  'compactLayouts',
  'knowledgeManagement',
  'sobjects',
  'actions',
  'support',
];

/** What this version offers, and who asks. Most of it is named only: it answers 404. */
export const resources = ({ version, scene, context }: Desk): Answer =>
  ok({
    ...Object.fromEntries(names.map((name) => [name, `${basePath(version)}/${name}`])),
    identity: `${context.url(scene.org.isSandbox ? 'test' : 'login')}/id/${scene.org.id}/${scene.viewer.userId}`,
  });

const full = (max: number): { Max: number; Remaining: number } => ({ Max: max, Remaining: max });

export const limits = ({ scene: { org, viewer } }: Desk): Answer => {
  if (!viewer.permissions.has('ViewSetup')) {
    return refusal(403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object');
  }
  const max = allowedCalls(org);
  return ok({
    ActiveScratchOrgs: full(3),
    DailyApiRequests: { Max: max, Remaining: Math.max(0, max - org.apiUsage) },
    DailyAsyncApexExecutions: full(250_000),
    DailyBulkApiBatches: full(15_000),
    DailyBulkV2QueryJobs: full(10_000),
    DataStorageMB: full(5),
    FileStorageMB: full(20),
    HourlyODataCallout: full(1000),
    MassEmail: full(10),
    PermissionSets: { Max: 1500, Remaining: 1498, CreateCustom: { Max: 1000, Remaining: 998 } },
    SingleEmail: full(15),
  });
};

/** Whether the password of a user has expired; an object, not a list, where one may not know. */
export const passwordState = ({ scene: { org, viewer, now } }: Desk, id: string): Answer => {
  const user = org.users.find((one) => sameId(one.id, id));
  if (user === undefined || (!sameId(user.id, viewer.userId) && !viewer.permissions.has('ManageUsers'))) {
    const body = { message: 'You do not have permission to view this record.', errorCode: 'INSUFFICIENT_ACCESS' };
    return { status: 403, body };
  }
  return ok({ isExpired: user.passwordExpiresAt !== undefined && user.passwordExpiresAt <= now });
};
