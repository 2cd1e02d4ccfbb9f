import { known, unknown, type IpRelaxation } from '../../model/index.ts';
import { blindTo, lookAt, refused, type Place } from '../denial.ts';
import { connectedAppMetadata, externalClientAppNeeds, metadataNeeds } from './app-metadata.ts';
import { connectedPolicy, externalPolicy, externalPolicyQuery, type Policy } from './app-policy.ts';
import type { ListedApp } from './listed-app.ts';
import { answerAt, theApp, type Question } from './question.ts';
import { components, records, type Row } from './rows.ts';
import type { OrgAnswer } from '../org-wire.ts';

const place = ({ kind }: ListedApp): Place =>
  kind === 'connected-app'
    ? { name: 'ConnectedApp', needs: metadataNeeds, always: false }
    : { name: 'ExtlClntAppOauthPlcyCnfg', needs: externalClientAppNeeds, always: false };

const rowIn = (answer: OrgAnswer, app: ListedApp): Row | undefined =>
  app.kind === 'connected-app' ? components(answer)[0] : records(answer)[0];

const policyIn = (row: Row, app: ListedApp): Policy =>
  app.kind === 'connected-app' ? connectedPolicy(row, app) : externalPolicy(row);

/** Metadata of a connected app that this org only installed comes back empty: then the org does not tell. */
export const ipRelaxation: Question<IpRelaxation> = {
  after: ['rights', 'listed'],
  ask: (seen) => {
    const found = theApp(seen);
    if ('unknown' in found) return found.unknown;
    const request =
      found.app.kind === 'connected-app' ? connectedAppMetadata(found.app) : externalPolicyQuery(found.app);
    return request === undefined ? unknown('depends-on-unknown') : { send: [request] };
  },
  read: (answers, seen) => {
    const found = theApp(seen);
    if ('unknown' in found) return found.unknown;
    const look = lookAt(seen.fact('rights'), place(found.app));
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const row = rowIn(answer, found.app);
    const relaxation = row === undefined ? undefined : policyIn(row, found.app).ipRelaxation;
    if (relaxation !== undefined) return known(relaxation, look.source);
    return (row === undefined ? blindTo(look) : undefined) ?? unknown('not-in-this-org', undefined, look.source);
  },
};
