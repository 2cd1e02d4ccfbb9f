import { known, unknown, type Fact, type IpRelaxation } from '../../model/index.ts';
import { blindTo, lookAt, refused, type Place } from '../denial.ts';
import { connectedAppMetadata, externalClientAppNeeds, metadataNeeds } from './app-metadata.ts';
import { connectedPolicy, externalPolicy, externalPolicyQuery } from './app-policy.ts';
import { ownRow, type ListedApp } from './listed-app.ts';
import type { Rights } from './permissions.ts';
import { answerAt, theApp, ofApp, type Question } from './question.ts';
import { oneComponent, type OneRow } from './rows.ts';
import { internalSobject, metadataType } from './documents.ts';

const place = ({ kind }: ListedApp): Place =>
  kind === 'connected-app'
    ? { name: 'ConnectedApp', needs: metadataNeeds, always: false }
    : { name: 'ExtlClntAppOauthPlcyCnfg', needs: externalClientAppNeeds, always: false };

/** From what was read of the app's policies: a row, or the component of a connected app. */
export const readIpRelaxation = (app: ListedApp, policies: OneRow, rights: Fact<Rights>): Fact<IpRelaxation> => {
  const look = lookAt(rights, place(app));
  if (!policies.ok) return refused(policies, look);
  const { row } = policies;
  if (row === undefined) return blindTo(look) ?? unknown('not-in-this-org', undefined, look.source);
  const { ipRelaxation: told } = app.kind === 'connected-app' ? connectedPolicy(row, app) : externalPolicy(row);
  return told === undefined ? unknown('not-in-this-org', undefined, look.source) : known(told, look.source);
};

/** Metadata of a connected app that this org only installed comes back empty: then the org does not tell. */
export const ipRelaxation: Question<IpRelaxation> = {
  documents: [metadataType('ConnectedApp', '2026-11-30'), internalSobject('ExtlClntAppOauthPlcyCnfg', '2026-11-30')],
  after: ['rights', 'listed'],
  ask: ofApp((app) => {
    const request = app.kind === 'connected-app' ? connectedAppMetadata(app) : externalPolicyQuery(app);
    return request === undefined ? unknown('depends-on-unknown') : { send: [request] };
  }),
  read: (answers, seen) => {
    const found = theApp(seen);
    if ('unknown' in found) return found.unknown;
    const answer = answerAt(answers, 0);
    const policies = found.app.kind === 'connected-app' ? oneComponent(answer) : ownRow(answer, found.app);
    return readIpRelaxation(found.app, policies, seen.fact('rights'));
  },
};
