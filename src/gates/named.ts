import { valueOf } from '../model/index.ts';
import type { Evidence, Named, Path } from '../model/index.ts';

/** Every road by which anything reaches the user, or the app its users. */
const roadsIn = (evidence: Evidence): readonly Path[] => {
  const { apiEnabled = [], apiUserOnly = [], twoFactorApi = [] } = valueOf(evidence.userPermissions) ?? {};
  const { paths = [], carriers = [] } = valueOf(evidence.appAccess) ?? {};
  const runAs = valueOf(evidence.runAs);
  const ofRunAs = runAs === undefined ? [] : [...runAs.apiEnabled, ...runAs.apiUserOnly, ...runAs.paths];
  const approving = valueOf(evidence.approveUninstalled) ?? [];
  return [...paths, ...carriers, ...apiEnabled, ...apiUserOnly, ...twoFactorApi, ...approving, ...ofRunAs];
};

const ofGroups = (evidence: Evidence): readonly Named[] =>
  (valueOf(evidence.groupMembers) ?? []).flatMap(({ group, set }): readonly Named[] => [
    { via: 'permission-set-group', name: group },
    { via: 'permission-set', name: set },
  ]);

const one = (via: Named['via'], name: string | undefined): readonly Named[] =>
  name === undefined || name === '' ? [] : [{ via, name }];

const unique = (all: readonly Named[]): readonly Named[] => [
  ...new Map(all.map((named) => [`${named.via} ${named.name}`, named])).values(),
];

const certificateOf = ({ appOauth }: Pick<Evidence, 'appOauth'>): readonly Named[] =>
  one('certificate', valueOf(appOauth)?.certificate?.subject);

/** What the sentences about many apps may call by name, each once. */
export const namedInAll = (apps: ReadonlyArray<Pick<Evidence, 'appOauth'>>): readonly Named[] =>
  unique(apps.flatMap(certificateOf));

/** What the My Domain is called, where that is not the name of the org as well: one name has one pseudonym. */
const ownHost = ({ myDomain, organization }: Pick<Evidence, 'myDomain' | 'organization'>): readonly Named[] => {
  const name = valueOf(myDomain)?.name;
  return name?.toLowerCase() === valueOf(organization)?.name.toLowerCase() ? [] : one('host', name);
};

/** What the sentences of a walk may call by name, each once. */
export const namedIn = (evidence: Evidence): readonly Named[] =>
  unique([
    ...roadsIn(evidence).map(({ via, name }) => ({ via, name })),
    ...ofGroups(evidence),
    ...one('user', valueOf(evidence.user)?.name),
    ...one('profile', valueOf(evidence.user)?.profileName),
    ...one('org', valueOf(evidence.organization)?.name),
    ...ownHost(evidence),
    ...certificateOf(evidence),
    ...one('changed-by', valueOf(evidence.app)?.changedBy),
    ...(valueOf(evidence.changes) ?? []).flatMap(({ by }) => one('changed-by', by)),
  ]);
