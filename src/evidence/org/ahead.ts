import { known } from '../../model/index.ts';
import type { OrgRequest } from '../org-wire.ts';
import { externalPolicyColumns } from './app-policy.ts';
import { assignmentsOf } from './assignments.ts';
import { firstRequests } from './login-history.ts';
import { apiVersion, appText, isNobodyNamed, type Question } from './question.ts';
import { query, readMetadata } from './soql.ts';
import { internalSobject, metadataType, sobject } from './documents.ts';

/** The policies of all external client apps, before it is known which of them it is. An org has some dozens. */
export const allExternalPolicies: OrgRequest = query(
  `SELECT ExternalClientApplicationId, ${externalPolicyColumns.join(', ')} FROM ExtlClntAppOauthPlcyCnfg LIMIT 2000`,
);

/** Ids and generated keys are no names. */
const isName = (given: string): boolean => !/^(?:3MVG|0H4|0xI)/u.test(given);

/** The developer name that Setup proposes for a label. Whoever chose another one has a wasted request, and no wrong answer: the list tells which app it is. */
const proposed = (given: string): string => given.replaceAll(/[^0-9A-Za-z]+/gu, '_').replaceAll(/^_|_$/gu, '');

/**
 * The policies of the app, asked one wave early on a guess of its name: only so can the run-as user be looked at as closely as a user who
 * was named, within three round trips. Answers are kept by request, so a right guess is found there by who asks for it.
 */
export const appAhead: Question<undefined> = {
  documents: [metadataType('ConnectedApp', '2026-11-30'), internalSobject('ExtlClntAppOauthPlcyCnfg', '2026-11-30')],
  after: [],
  ask: (seen) => {
    const given = appText(seen.asked.integration);
    if (!isNobodyNamed(seen) || given === undefined) return known(undefined, { place: 'asked' });
    const name = isName(given) ? proposed(given) : '';
    return {
      send: [
        ...(name === '' ? [] : [readMetadata('ConnectedApp', [name])]),
        ...(apiVersion(seen) >= 59 ? [allExternalPolicies] : []),
      ],
    };
  },
  read: () => known(undefined, { place: 'asked' }),
};

/** What hangs on a user of whom only the id is known yet, and others will ask for: the logins tell which changes to look for. */
export const userAhead: Question<undefined> = {
  documents: [sobject('LoginHistory', '2026-11-30'), sobject('PermissionSetAssignment', '2026-11-30')],
  after: ['userOfApp'],
  ask: (seen) => {
    const id = seen.fact('userOfApp');
    if (id.state !== 'known' || id.value === undefined) return known(undefined, { place: 'asked' });
    return { send: [...firstRequests(id.value, seen), assignmentsOf(id.value, apiVersion(seen))] };
  },
  read: () => known(undefined, { place: 'asked' }),
};
