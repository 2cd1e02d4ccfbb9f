import { known } from '../../model/index.ts';
import type { OrgRequest } from '../org-wire.ts';
import { externalPolicyColumns } from './app-policy.ts';
import { assignmentsOf } from './assignments.ts';
import { firstRequests } from './login-history.ts';
import { apiVersion, appText, type Question, type Context, type Turn } from './question.ts';
import { query, readMetadata } from './soql.ts';
import { internalSobject, metadataType } from './documents.ts';

/** Client credentials for which nobody was named: whose login it is, the app tells. */
export const isNobodyNamed = ({ asked: { integration } }: Pick<Context, 'asked'>): boolean =>
  integration.flow === 'client-credentials' && integration.username === undefined && appText(integration) !== undefined;

/** The policies of all external client apps, before it is known which of them it is. An org has some dozens. */
export const allExternalPolicies: OrgRequest = query(
  `SELECT ExternalClientApplicationId, ${externalPolicyColumns.join(', ')} FROM ExtlClntAppOauthPlcyCnfg LIMIT 2000`,
);

/** Ids and generated keys are no names. */
const isName = (given: string): boolean => !/^(?:3MVG|0H4|0xI)/u.test(given);

/** The developer name that Setup proposes for a label. Whoever chose another one has a wasted request, and no wrong answer: the list tells which app it is. */
const proposed = (given: string): string => given.replaceAll(/[^0-9A-Za-z]+/gu, '_').replaceAll(/^_|_$/gu, '');

/** What hangs on a user of whom only the id is known yet, and others will ask for: the logins tell which changes to look for. */
const ofTheUser = (seen: Context): Turn<undefined> => {
  const id = seen.fact('userOfApp');
  if (id.state !== 'known' || id.value === undefined) return known(undefined, { place: 'asked' });
  return { send: [...firstRequests(id.value, seen), assignmentsOf(id.value, apiVersion(seen))] };
};

/**
 * What would be asked one wave later, asked at once on a guess: only so can the run-as user be looked at as closely as a user who was named,
 * within three round trips. Answers are kept by request, so a right guess is found there by who asks for it.
 */
export const ahead: Question<undefined> = {
  documents: [metadataType('ConnectedApp', '2026-11-30'), internalSobject('ExtlClntAppOauthPlcyCnfg', '2026-11-30')],
  after: ['userOfApp'],
  ask: (seen) => {
    const given = appText(seen.asked.integration);
    if (!isNobodyNamed(seen) || given === undefined) return ofTheUser(seen);
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
