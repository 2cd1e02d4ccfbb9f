import { valueOf } from '../../model/index.ts';
import type { Evidence, SeenIntegration, TargetOrg } from '../../model/index.ts';
import { mapStrings } from '../map-strings.ts';
import { spokenEvidence } from './audit-sentence.ts';
import { named, namedApp, namedKey, namedLogin, type Identity } from './identity.ts';
import { movedAddresses } from './moved-addresses.ts';
import { namesSeen, type SeenNames } from './of-evidence.ts';
import { ours } from './ours.ts';
import { redactor, type Redactor } from './redactor.ts';
import { travellingNamer } from './travelling-namer.ts';

/** Members of what was seen that hold words of our own, or of Salesforce. */
const words: ReadonlySet<string> = new Set([
  ...ours,
  ...['answer', 'api', 'distribution', 'given', 'instanceName', 'keyType', 'learnt', 'lockoutMinutes'],
  ...['loginSubType', 'loginType', 'needs', 'organizationType', 'page', 'permission', 'permittedUsers', 'problem'],
  ...['reason', 'scopes', 'section', 'sends', 'shape', 'state', 'status', 'timeZone', 'trouble', 'type', 'unit'],
  ...['userType', 'variable', 'via'],
]);

/** Who and what was seen: of one login, or of every login of an org. */
export type SeenByName = SeenNames & { readonly login?: SeenIntegration | undefined };

const asked = ({ evidence }: SeenByName): readonly Identity[] => {
  const { username, runAs, login, app, appLabel, consumerKey } = valueOf(evidence.integration) ?? {};
  return [
    ...named('user', username, runAs),
    ...namedLogin(login),
    ...namedKey(consumerKey),
    ...namedApp(app),
    ...named('app', appLabel),
  ];
};

const namesOf = (seen: SeenByName): readonly Identity[] => [
  ...asked(seen),
  ...namesSeen(seen),
  ...named('user', seen.login?.user),
  ...named('app', seen.login?.app),
];

const blocksIn = ({ evidence, login }: SeenByName): readonly string[] =>
  [...(valueOf(evidence.integration)?.sourceIps ?? []), ...(login?.sourceIps ?? [])].filter((one) => one.includes('/'));

/** What was seen with audit sentences that name nobody but those who are known. */
export const spokenOf = (seen: SeenByName): Evidence => spokenEvidence(seen.evidence, namesOf(seen));

/** Every address in the texts of the data, wherever it stands. */
const addressesIn = (data: object): readonly string[] => {
  const found: string[] = [];
  const { text }: Redactor = redactor([], (kind, name) => {
    if (kind === 'ip') found.push(name);
    return name;
  });
  mapStrings(data, text, words);
  return found;
};

/**
 * What was seen with a pseudonym for every user, org, host, address, app, file, key and id, each judged as what it stands for: what comes of it is told
 * of the pseudonyms, and is the same. Pure. `of`: who and what is named in it, by its place.
 */
export const pseudonymisedSeen = <T extends { readonly targetOrg?: TargetOrg | undefined }>(
  data: T,
  of: readonly SeenByName[],
): T => {
  const { targetOrg } = data;
  const by = redactor([], travellingNamer(movedAddresses(addressesIn(data), of.flatMap(blocksIn))));
  by.learn([...of.flatMap(namesOf), ...namedLogin(targetOrg?.username, targetOrg?.alias)]);
  return by.data(data, words);
};
