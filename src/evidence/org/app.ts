import { defined, known, unknown, type App, type Fact, type Source } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import { allExternalPolicies } from './ahead.ts';
import { connectedAppMetadata, externalClientAppNeeds } from './app-metadata.ts';
import { connectedPolicy, externalPolicy, externalPolicyQuery, type Policy } from './app-policy.ts';
import { ownRow, type ListedApp } from './listed-app.ts';
import type { Rights } from './permissions.ts';
import { answerAt, appText, isNobodyNamed, type Question } from './question.ts';
import { oneComponent, type OneRow } from './rows.ts';
import { lastChange, laterOf, type LastChange } from './who.ts';
import { internalSobject, metadataType } from './documents.ts';

const join = (app: ListedApp, policy: Policy, policyChange: LastChange = {}): App => {
  const { kind, id, name, developerName, permittedUsers, createdAt, distribution } = app;
  const { refreshTokenPolicy, clientCredentials, requiresHighAssurance, handler } = policy;
  return {
    kind,
    id,
    name,
    ...defined({
      developerName,
      permittedUsers: policy.permittedUsers ?? permittedUsers,
      createdAt,
      ...laterOf(app, policyChange),
      distribution,
      refreshTokenPolicy,
      clientCredentials,
      requiresHighAssurance,
      handler,
    }),
  };
};

/** Its policies tell who is permitted, so an external client app without them is not known. */
const external = (app: ListedApp, policies: OneRow, rights: Fact<Rights>): Fact<App> => {
  const look = lookAt(rights, {
    name: 'ExtlClntAppOauthPlcyCnfg',
    needs: externalClientAppNeeds,
    always: false,
  });
  if (!policies.ok) return refused(policies, look);
  const { row } = policies;
  if (row === undefined) return blindTo(look) ?? known(join(app, {}), look.source);
  return known(join(app, externalPolicy(row), lastChange(row)), look.source);
};

const connected = (app: ListedApp, component: OneRow, source: Source): Fact<App> =>
  known(join(app, connectedPolicy(component.ok ? component.row : undefined, app)), source);

/** An app of the lists, with what was read of its policies: a row, or the component of a connected app. */
export const readApp = (app: ListedApp, policies: OneRow, rights: Fact<Rights>, source: Source): Fact<App> =>
  app.kind === 'external-client-app' ? external(app, policies, rights) : connected(app, policies, source);

/**
 * The app with its policies. A connected app's refresh token policy and run-as user stand in its metadata only: where that
 * cannot be read they are left out here, and `appOauth` and `ipRelaxation` say why.
 */
export const app: Question<App | undefined> = {
  documents: [metadataType('ConnectedApp', '2026-11-30'), internalSobject('ExtlClntAppOauthPlcyCnfg', '2026-11-30')],
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
    const answer = answerAt(answers, 0);
    const policies = found.value.kind === 'external-client-app' ? ownRow(answer, found.value) : oneComponent(answer);
    return readApp(found.value, policies, seen.fact('rights'), found.source);
  },
};
