import { known, Trouble, unknown, type Denied, type Fact, type Unknown } from '../../model/index.ts';
import { blindTo, lookAt, refused, type Look } from '../denial.ts';
import type { OrgAnswer, OrgRequest } from '../org-wire.ts';
import { externalClientAppNeeds, globalOauthNeeds, metadataNeeds } from './app-metadata.ts';
import { isCutOff } from './cut-off.ts';
import { canBeKey, keyScan, readKeyScan } from './key-scan.ts';
import { called, connectedApps, externalClientApp, type ListedApp } from './listed-app.ts';
import { mayLearnApp } from './learnt.ts';
import { menuItems } from './menu-items.ts';
import type { Rights } from './permissions.ts';
import { answerAt, apiVersion, appText, type Question, type Context } from './question.ts';
import { records } from './rows.ts';
import { lastChangeColumns } from './who.ts';
import { query } from './soql.ts';
import { internalSobject, metadataType, sobject } from './documents.ts';

/** An org lists some dozens of apps; one page holds them. */
const page = 2000;

const common = ['Id', 'CreatedDate', ...lastChangeColumns].join(', ');
const connectedColumns = `${common}, Name, OptionsAllowAdminApprovedUsersOnly, OptionsHasSessionLevelPolicy, OptionsIsInternal`;

/** External client apps came with API 59. */
export const lists = (seen: Pick<Context, 'org'>): readonly OrgRequest[] => [
  query(`SELECT ${connectedColumns} FROM ConnectedApplication LIMIT ${page}`),
  menuItems,
  ...(apiVersion(seen) >= 59
    ? [
        query(
          `SELECT ${common}, DeveloperName, MasterLabel, DistributionState FROM ExternalClientApplication LIMIT ${page}`,
        ),
      ]
    : []),
];

type Read = { readonly menu: OrgAnswer; readonly external: OrgAnswer; readonly apps: readonly ListedApp[] };

/** Thousands of logins are looked at by the same lists: they are read once. */
const lastRead = new WeakMap<OrgAnswer, Read>();

export const readLists = (answers: readonly OrgAnswer[]): readonly ListedApp[] => {
  const [connected, menu, external] = [answerAt(answers, 0), answerAt(answers, 1), answerAt(answers, 2)];
  const last = lastRead.get(connected);
  if (last?.menu === menu && last.external === external) return last.apps;
  const apps = [...connectedApps(records(connected), menu), ...records(external).map(externalClientApp)];
  lastRead.set(connected, { menu, external, apps });
  return apps;
};

/** Generated keys begin so. A key set by metadata looks like anything, so a text of another shape is first of all a name. */
const isGeneratedKey = (given: string): boolean => given.startsWith('3MVG');

/** What may be a consumer key; `certain`: it cannot be anything else. */
const keyGiven = (seen: Context): { readonly key: string; readonly certain: boolean } | undefined => {
  const { app, consumerKey } = seen.asked.integration;
  const key = app ?? consumerKey;
  if (key === undefined || !canBeKey(key)) return undefined;
  return { key, certain: app === undefined || isGeneratedKey(key) };
};

/** Nobody named it: its rows show a name that is not its alone. */
const isTwinLearnt = (matches: readonly ListedApp[], { asked }: Context): boolean =>
  matches.length > 1 && asked.integration.learnt?.includes('app') === true;

const oneOf = (matches: readonly ListedApp[], given: string): ListedApp | undefined => {
  if (matches.length < 2) return matches[0];
  throw new Trouble('app-ambiguous', {
    app: given,
    matches: matches.map(({ kind, name, id }) => `${kind} "${name}" (${id})`).join(', '),
  });
};

/** Why a list without the app does not prove that there is no such app; undefined = it does. */
const blindSpot = (answer: OrgAnswer, look: Look): Denied | Unknown | undefined => {
  if (answer.ok) {
    return records(answer).length < page && !isCutOff(answer)
      ? blindTo(look)
      : unknown('depends-on-unknown', undefined, look.source);
  }
  // A list that the org says it does not know was not seen: it proves nothing of what would stand in it.
  return refused(answer, look);
};

/** Whether the lists hold every app that there is, or why that is not known. */
export const allListed = (
  answers: readonly OrgAnswer[],
  rights: Fact<Rights>,
  seen: Pick<Context, 'org'>,
): Fact<undefined> => {
  const connectedLook = lookAt(rights, { name: 'ConnectedApplication', needs: [['ViewSetup']] });
  const externalLook = lookAt(rights, {
    name: 'ExternalClientApplication',
    needs: externalClientAppNeeds,
    always: false,
  });
  const external = apiVersion(seen) >= 59 ? blindSpot(answerAt(answers, 2), externalLook) : undefined;
  return blindSpot(answerAt(answers, 0), connectedLook) ?? external ?? known(undefined, connectedLook.source);
};

/** A developer name that was not read cannot be compared with what the person wrote, where that may be one. */
const mayBeUnread = (apps: readonly ListedApp[], given: string): boolean =>
  /^\w+$/u.test(given) &&
  apps.some(
    ({ kind, developerName, internal }) => kind === 'connected-app' && developerName === undefined && internal !== true,
  );

const readByKey = (
  apps: readonly ListedApp[],
  none: Fact<undefined>,
  { answers, seen }: { readonly answers: readonly OrgAnswer[]; readonly seen: Context },
): Fact<ListedApp | undefined> => {
  const given = keyGiven(seen);
  if (given === undefined) return none;
  const { match, uncompared } = readKeyScan(apps, answers, given.key);
  const rights = seen.fact('rights');
  const look = lookAt(rights, { name: 'ConnectedApp', needs: metadataNeeds });
  if (match !== undefined) return known(match, look.source);
  if (none.state !== 'known' || !given.certain || uncompared.length === 0) return none;
  const external = { name: 'ExtlClntAppGlobalOauthSettings', needs: globalOauthNeeds, always: false };
  const isExternal = uncompared.some(({ kind }) => kind === 'external-client-app');
  return (
    blindTo(look) ??
    (isExternal ? blindTo(lookAt(rights, external)) : undefined) ??
    unknown('depends-on-unknown', undefined, look.source)
  );
};

/** All apps that are called as the login's app is; undefined where they were not listed. */
export const namesakesIn = (seen: Context): readonly ListedApp[] | undefined => {
  const [given, answers] = [appText(seen.asked.integration), seen.answers(lists(seen))];
  return given === undefined || answers === undefined ? undefined : called(readLists(answers), given);
};

/**
 * Finds the app among connected apps and external client apps. Throws `Trouble('app-ambiguous', { app, matches })` where the person named
 * it: what rows tell stops nobody.
 */
export const listed: Question<ListedApp | undefined> = {
  documents: [
    sobject('ConnectedApplication', '2026-11-30'),
    sobject('AppMenuItem', '2026-11-30'),
    internalSobject('ExternalClientApplication', '2026-11-30'),
    metadataType('ConnectedApp', '2026-11-30'),
    metadataType('ExtlClntAppGlobalOauthSettings', '2026-11-30'),
  ],
  after: [],
  ask: (seen) => {
    const given = appText(seen.asked.integration);
    const requests = lists(seen);
    const answers = seen.answers(requests);
    if (given === undefined) {
      if (!mayLearnApp(seen)) return unknown('not-asked', '--app');
      return answers === undefined ? { send: requests } : 'wait';
    }
    const apps = answers === undefined ? [] : readLists(answers);
    const scan = keyGiven(seen) !== undefined && called(apps, given).length === 0 ? keyScan(apps) : [];
    return { send: [...requests, ...scan] };
  },
  read: (answers, seen) => {
    const given = appText(seen.asked.integration) ?? '';
    const count = lists(seen).length;
    const apps = readLists(answers.slice(0, count));
    const matches = called(apps, given);
    if (isTwinLearnt(matches, seen))
      return unknown('not-asked', '--app', { place: 'org', name: 'ConnectedApplication' });
    const match = oneOf(matches, given);
    const source = {
      place: 'org',
      name: match?.kind === 'external-client-app' ? 'ExternalClientApplication' : 'ConnectedApplication',
    } as const;
    if (match !== undefined) return known(match, source);
    const none = allListed(answers, seen.fact('rights'), seen);
    const found = readByKey(apps, none, { answers: answers.slice(count), seen });
    return found.state === 'known' && found.value === undefined && mayBeUnread(apps, given)
      ? unknown('depends-on-unknown', undefined, source)
      : found;
  },
};
