import { known, unknown, type Flow, type SecondFactor } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import { sobject } from './documents.ts';
import { answerAt, apiVersion, theUser, type Question } from './question.ts';
import { records, truth, type Row } from './rows.ts';
import { query, quoted } from './soql.ts';

const name = 'TwoFactorMethodsInfo';

const columns: Readonly<Record<string, SecondFactor>> = {
  HasTotp: 'authenticator-app',
  HasSalesforceAuthenticator: 'salesforce-authenticator',
  HasU2F: 'security-key',
  HasSecurityKey: 'security-key',
  HasBuiltInAuthenticator: 'built-in-authenticator',
};

/** `HasBuiltInAuthenticator` came with API 53. */
const columnsIn = (version: number): readonly string[] =>
  Object.keys(columns).filter((column) => version >= 53 || column !== 'HasBuiltInAuthenticator');

const factorsIn = (row: Row): readonly SecondFactor[] => [
  ...new Set(Object.entries(columns).flatMap(([column, factor]) => (truth(row[column]) === true ? [factor] : []))),
];

/** Flows in which somebody may be asked for a second factor: a person, or whoever sends a password. */
export const attended: readonly Flow[] = ['web', 'device', 'password', 'soap-login'];

/** What the user registered. Who registered nothing has no row. */
export const secondFactors: Question<readonly SecondFactor[]> = {
  documents: [sobject(name, '2026-11-30')],
  after: ['rights', 'user'],
  ask: (seen) => {
    const { flow } = seen.asked.integration;
    if (flow !== undefined && !attended.includes(flow)) return unknown('depends-on-unknown');
    const found = theUser(seen);
    if ('unknown' in found) return found.unknown;
    const list = columnsIn(apiVersion(seen)).join(', ');
    return { send: [query(`SELECT ${list} FROM ${name} WHERE UserId = ${quoted(found.user.id)} LIMIT 1`)] };
  },
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), { name, needs: [['ManageTwoFactor']] });
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const [row] = records(answer);
    return row === undefined ? (blindTo(look) ?? known([], look.source)) : known(factorsIn(row), look.source);
  },
};
