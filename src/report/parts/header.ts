import type { Diagnosis, Refusal } from '../../model/index.ts';
import { row, rows } from '../document.ts';
import type { Document, Row } from '../document.ts';
import { listed } from '../say.ts';
import type { Say } from '../say.ts';
import { utc } from '../time.ts';
import { decoded } from './decoded.ts';
import { shortKey } from './short-key.ts';

const maybe = (label: string, text: string | undefined): readonly Row[] =>
  text === undefined || text === '' ? [] : [row(label, text)];

const joined = (parts: ReadonlyArray<string | undefined>, between = ', '): string =>
  parts.filter((part) => part !== undefined && part !== '').join(between);

const notThere = (text: string | undefined, missing: boolean, say: Say): string | undefined =>
  text !== undefined && text !== '' && missing ? say('absent', { name: text }) : text;

/** Label and given name of the app, each once; the key where it is not the name that was given. */
const appOf = ({ integration }: Diagnosis): string => {
  const { app, appLabel, consumerKey } = integration;
  const [name, ...rest] = [...new Set([appLabel, app, consumerKey].filter((one) => one !== undefined))].map(shortKey);
  if (name === undefined) return '';
  return rest.length === 0 ? name : `${name} (${rest.join(', ')})`;
};

const who = (diagnosis: Diagnosis, say: Say): readonly Row[] => {
  const { absent } = diagnosis;
  const { username, runAs, flow, loginUrl, sourceIps, login, learnt: known = [] } = diagnosis.integration;
  const learnt = (name: (typeof known)[number], text: string | undefined): string | undefined =>
    text !== undefined && text !== '' && known.includes(name) ? say('learnt', { text }) : text;
  return [
    ...maybe(say('label.user'), learnt('username', notThere(username, absent.includes('user'), say))),
    ...maybe(say('label.run-as'), runAs),
    ...maybe(say('label.app'), learnt('app', notThere(appOf(diagnosis), absent.includes('app'), say))),
    ...maybe(say('label.flow'), learnt('flow', flow === undefined ? undefined : say(`flow.${flow}`))),
    ...maybe(say('label.login-url'), learnt('loginUrl', loginUrl)),
    ...maybe(say('label.source-ip'), sourceIps.join(', ')),
    ...maybe(say('label.login'), login === username ? undefined : login),
  ];
};

const lookedIn = ({ targetOrg }: Diagnosis, say: Say): readonly Row[] =>
  targetOrg === undefined
    ? []
    : [
        row(
          say('label.target-org'),
          say('looked-in', { url: targetOrg.instanceUrl, orgId: targetOrg.orgId, username: targetOrg.username }),
        ),
      ];

/** One refusal on one line; its whole text where it has neither code nor description. */
export const refusalLine = (refusal: Refusal, say: Say): string => {
  const { code, description, status, line, count, host, origin } = refusal;
  const said = joined([code, description], ': ');
  const notes = joined([
    status === undefined ? undefined : say('refusal.status', { status }),
    host === undefined ? undefined : say('refusal.host', { host }),
    count > 1 ? say('refusal.count', { count }) : undefined,
    line === undefined || line === 1 ? undefined : say('refusal.line', { line }),
    origin === 'attempt' ? say('refusal.attempt') : undefined,
  ]);
  const short = said === '' ? refusal.text.trim().replaceAll(/\s+/gu, ' ') : said;
  return notes === '' ? short : `${short} (${notes})`;
};

/** Whose refusals stand beside the one that decides, in one line: they are other steps of the same log. */
export const bystanders = (refusals: readonly Refusal[], say: Say): readonly Row[] => {
  const names = refusals.flatMap(({ role, provider }) => (role === 'bystander' ? (provider ?? []) : []));
  return maybe(say('label.beside'), names.length === 0 ? undefined : say('beside', { names: listed(names) }));
};

/** What a reader takes for one: a page says in its title what it says below. */
const wordsOf = ({ code, description, text, status, host, origin }: Refusal): string =>
  JSON.stringify([
    code,
    (description ?? text)
      .trim()
      .replace(/[.!]+$/u, '')
      .toLowerCase(),
    status,
    host,
    origin,
  ]);

/** Each wording once. */
const different = (refusals: readonly Refusal[]): readonly Refusal[] =>
  [...Map.groupBy(refusals, wordsOf).values()].flatMap(([first]) => first ?? []);

const refused = ({ refusals }: Diagnosis, say: Say): readonly Row[] => [
  ...different(refusals.filter(({ phrase }) => phrase !== undefined)).map((refusal) =>
    row(say('label.refused'), refusalLine(refusal, say)),
  ),
  ...bystanders(refusals, say),
];

const recorded = ({ failingRow }: Diagnosis, say: Say): readonly Row[] => {
  if (failingRow === undefined) return [];
  const { at, status, application, sourceIp } = failingRow;
  const notes = joined([
    application === undefined ? undefined : say('recorded.app', { app: application }),
    sourceIp === undefined ? undefined : say('recorded.ip', { ip: sourceIp }),
  ]);
  const line = say('recorded', { at: utc(at), status });
  return [row(say('label.recorded'), notes === '' ? line : `${line} (${notes})`)];
};

const attempted = ({ attempt }: Diagnosis, say: Say): readonly Row[] => {
  if (attempt === undefined) return [];
  const { granted, api, host } = attempt;
  const how = granted ? (api === 'refused' ? 'attempt.api-refused' : 'attempt.granted') : 'attempt.refused';
  return [row(say('label.attempt'), say(how, { host }))];
};

const worked = ({ lastSuccess, firstFailure }: Diagnosis, say: Say): readonly Row[] => {
  if (lastSuccess !== undefined && firstFailure === undefined) return [row(say('label.last-worked'), utc(lastSuccess))];
  const until = lastSuccess === undefined ? undefined : say('worked.until', { at: utc(lastSuccess) });
  const since = firstFailure === undefined ? undefined : say('worked.since', { at: utc(firstFailure) });
  return maybe(say('label.worked'), joined([until, since], '; '));
};

/** Who, and through what; where we looked; what was answered, and what the org recorded. */
export const header = (diagnosis: Diagnosis, say: Say): Document => [
  {
    blocks: rows([
      ...who(diagnosis, say),
      ...decoded(diagnosis, say),
      ...lookedIn(diagnosis, say),
      ...refused(diagnosis, say),
      ...recorded(diagnosis, say),
      ...worked(diagnosis, say),
      ...attempted(diagnosis, say),
    ]),
  },
];
