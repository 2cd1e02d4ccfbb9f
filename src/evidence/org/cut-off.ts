import { unknown, type Fact } from '../../model/index.ts';
import type { OrgAnswer } from '../org-wire.ts';
import type { FindingName } from './question.ts';
import { records, rowOf, whole } from './rows.ts';

/** Findings that say of something that it is not there by leaving it out: of a part of the rows they would say too much. */
const needAll: ReadonlySet<FindingName> = new Set([
  'anyApiAuth',
  'anyApiClient',
  'appAccess',
  'appNames',
  'appTokens',
  'approveUninstalled',
  'exchangeHandlers',
  'grants',
  'groupMembers',
  'healthRisks',
  'loginIpRanges',
  'mfaWaived',
  'passwordExpiresAt',
  'privileged',
  'runAs',
  'secondFactors',
  'sessions',
  'singleSignOn',
  'tokenIpRanges',
  'transactionPolicies',
  'trustedIpRanges',
  'userPermissions',
]);

/** The org sent a part of the rows, and a way to the rest, which we do not go. */
export const isCutOff = (answer: OrgAnswer): boolean => {
  const body = answer.ok ? rowOf(answer.body) : undefined;
  if (body === undefined || !Array.isArray(body.records)) return false;
  const rows = records(answer).length;
  // A `COUNT()` brings a number and no rows: nothing is left out there.
  return body.done === false || (rows > 0 && (whole(body.totalSize) ?? 0) > rows);
};

const isNothing = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** A fact that was read from cut-off lists: what was found is there; what was not found may stand in the rest. */
export const unlessCutOff = (name: FindingName, fact: Fact<unknown>, answers: readonly OrgAnswer[]): Fact<unknown> =>
  fact.state === 'known' && (needAll.has(name) || isNothing(fact.value)) && answers.some(isCutOff)
    ? unknown('depends-on-unknown', undefined, fact.source)
    : fact;
