import { known, unknown, type App, type Fact } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import type { OrgAnswer } from '../org-wire.ts';
import { allExternalPolicies, isNobodyNamed } from './ahead.ts';
import { connectedAppMetadata, externalClientAppNeeds } from './app-metadata.ts';
import { connectedPolicy, externalPolicy, externalPolicyQuery, type Policy } from './app-policy.ts';
import type { ListedApp } from './listed-app.ts';
import { answerAt, appText, type Question, type Seen } from './question.ts';
import { components, present, records, sameId, text, time } from './rows.ts';

const join = (app: ListedApp, policy: Policy, policyChangedAt?: string): App => {
  const { kind, id, name, developerName, permittedUsers, createdAt, changedAt, distribution } = app;
  const { refreshTokenPolicy, clientCredentials, requiresHighAssurance } = policy;
  return {
    kind,
    id,
    name,
    ...present({
      developerName,
      permittedUsers: policy.permittedUsers ?? permittedUsers,
      createdAt,
      changedAt: [changedAt, policyChangedAt]
        .filter((at) => at !== undefined)
        .toSorted()
        .at(-1),
      distribution,
      refreshTokenPolicy,
      clientCredentials,
      requiresHighAssurance,
    }),
  };
};

/** Its policies tell who is permitted, so an external client app without them is not known. */
const external = (app: ListedApp, answer: OrgAnswer, seen: Seen): Fact<App> => {
  const look = lookAt(seen.fact('rights'), {
    name: 'ExtlClntAppOauthPlcyCnfg',
    needs: externalClientAppNeeds,
    always: false,
  });
  if (!answer.ok) return refused(answer, look);
  const row = records(answer).find(
    ({ ExternalClientApplicationId: id }) => id === undefined || sameId(text(id) ?? '', app.id),
  );
  if (row === undefined) return blindTo(look) ?? known(join(app, {}), look.source);
  return known(join(app, externalPolicy(row), time(row.LastModifiedDate)), look.source);
};

/**
 * The app with its policies. A connected app's refresh token policy and run-as user stand in its metadata only: where that
 * cannot be read they are left out here, and `appOauth` and `ipRelaxation` say why.
 */
export const app: Question<App | undefined> = {
  after: ['rights', 'listed'],
  ask: (seen) => {
    if (appText(seen.asked.integration) === undefined) return unknown('not-asked', '--app');
    const found = seen.fact('listed');
    if (found.state !== 'known') return found;
    if (found.value === undefined) return known(undefined, found.source);
    if (found.value.kind === 'external-client-app')
      return { send: [isNobodyNamed(seen) ? allExternalPolicies : externalPolicyQuery(found.value)] };
    const metadata = connectedAppMetadata(found.value);
    return { send: metadata === undefined ? [] : [metadata] };
  },
  read: (answers, seen) => {
    const found = seen.fact('listed');
    if (found.state !== 'known') return found;
    if (found.value === undefined) return known(undefined, found.source);
    if (found.value.kind === 'external-client-app') return external(found.value, answerAt(answers, 0), seen);
    return known(join(found.value, connectedPolicy(components(answerAt(answers, 0))[0], found.value)), found.source);
  },
};
