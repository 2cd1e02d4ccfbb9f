import type { Flow, Integration, LoginRow, Refusal } from '../../model/index.ts';
import { answerTo, type FailureContext } from './failing-row.ts';
import { flowOfRow } from './flow-of-row.ts';
import { ownRows } from './own-rows.ts';

/** Wordings that Salesforce gives in one flow alone, by their id in the phrase book. */
const flowsOfPhrases: ReadonlyMap<string | undefined, Flow> = new Map([
  ['grant.no_cc_user', 'client-credentials'],
  ['grant.cc_not_enabled', 'client-credentials'],
  ['grant.expired_token', 'refresh-token'],
  ['grant.token_validity_expired', 'refresh-token'],
  ['grant.token_in_progress', 'refresh-token'],
  ['grant.invalid_code', 'web'],
  ['grant.invalid_assertion', 'jwt'],
  ['soap.invalid_login', 'soap-login'],
  ['soap.token', 'soap-login'],
  ['soap.disabled', 'soap-login'],
]);

const only = <T>(values: readonly T[]): T | undefined => {
  const different = [...new Set(values)];
  return different.length === 1 ? different[0] : undefined;
};

const flowOfText = (refusals: readonly Refusal[]): Flow | undefined =>
  only(refusals.flatMap(({ phrase }) => flowsOfPhrases.get(phrase) ?? []));

/** What stands in the column where no app was gone through. */
const noApp = ['n/a', 'browser'];

const appOfRow = ({ application }: LoginRow): string | undefined =>
  application === undefined || noApp.includes(application.toLowerCase()) ? undefined : application;

/** A row names the bare host. Undefined: it is none of Salesforce. */
export const urlOfHost = (named: string | undefined): string | undefined => {
  const host = named?.replace(/^https:\/\//u, '').replace(/\/.*/su, '');
  return host !== undefined && /^[a-z0-9.-]+\.(?:salesforce|force)\.(?:com|mil)$/iu.test(host)
    ? `https://${host}`
    : undefined;
};

/** The app that alone shows in the rows: there is no other that could be meant. */
const onlyApp = (rows: readonly LoginRow[]): string | undefined => only(rows.flatMap((row) => appOfRow(row) ?? []));

const learnable = ['app', 'flow', 'loginUrl'] as const;

type Learnt = Pick<Integration, (typeof learnable)[number]>;

/** What the row of the failure tells; without one, what all rows have in common. */
const ofRows = (
  rows: readonly LoginRow[],
  asked: FailureContext,
): { readonly [K in keyof Learnt]: Learnt[K] | undefined } => {
  const row = answerTo(rows, asked)?.row;
  if (row !== undefined) return { app: appOfRow(row), flow: flowOfRow(row), loginUrl: urlOfHost(row.loginUrl) };
  const own = ownRows(rows, asked.integration);
  return { app: onlyApp(own), flow: only(own.map(flowOfRow)), loginUrl: undefined };
};

/** The integration with what the text tells of it. What was said stays as it was said. */
export const learnFromText = (integration: Integration, refusals: readonly Refusal[]): Integration => {
  const flow = integration.flow === undefined ? flowOfText(refusals) : undefined;
  return flow === undefined ? integration : { ...integration, flow, learnt: ['flow'] };
};

/** The integration with what its rows of Login History tell. login() goes through no app. */
export const learnFromRows = (
  rows: readonly LoginRow[],
  asked: FailureContext & { readonly integration: Integration },
): Integration => {
  const { integration } = asked;
  const { app, ...found } = ofRows(rows, asked);
  const flow = integration.flow ?? found.flow;
  const told = { ...found, app: integration.consumerKey === undefined && flow !== 'soap-login' ? app : undefined };
  const learnt = learnable.filter((name) => integration[name] === undefined && told[name] !== undefined);
  if (learnt.length === 0) return integration;
  return {
    ...integration,
    ...Object.fromEntries(learnt.map((name) => [name, told[name]])),
    learnt: [...(integration.learnt ?? []), ...learnt],
  };
};
