import { known, Trouble, unknown } from '../../../model/index.ts';
import type { AppFacts, OrgApps } from '../../../model/index.ts';
import { lookAt, whyNot } from '../../denial.ts';
import type { OrgAnswer, OrgPort, OrgRequest } from '../../org-wire.ts';
import { apiAccess } from '../app-check/api-access.ts';
import { appState } from '../app-check/app-state.ts';
import { metadataNeeds } from '../app-metadata.ts';
import { externalPolicyColumns } from '../app-policy.ts';
import { app as appQuestion } from '../app.ts';
import { appOauth } from '../app-oauth.ts';
import { scopeColumns } from '../app-oauth-read.ts';
import { ipRelaxation } from '../ip-relaxation.ts';
import type { ListedApp } from '../listed-app.ts';
import { lists, noneCalledSo, readLists } from '../listed.ts';
import { oauthSettings } from '../oauth-settings.ts';
import type { Question, Seen } from '../question.ts';
import { rights as rightsQuestion } from '../rights.ts';
import { records, sameId, text, type Row } from '../rows.ts';
import { query } from '../soql.ts';
import { rowsOnly, seenFor } from './fake-seen.ts';
import { readApps } from './metadata.ts';
import { readTokens, tokenRequests } from './tokens.ts';

const external = 'ExternalClientApplicationId';

const bulk = [
  query(`SELECT ${[external, ...externalPolicyColumns].join(', ')} FROM ExtlClntAppOauthPlcyCnfg LIMIT 2000`),
  query(`SELECT ${[external, ...scopeColumns].join(', ')} FROM ExtlClntAppOauthSettings LIMIT 2000`),
  query(`SELECT ${external}, IsEnabled FROM ExtlClntAppPlcyCnfg LIMIT 2000`),
  query("SELECT Id, ApplicationId FROM AppMenuItem WHERE Type = 'ConnectedApplication' LIMIT 2000"),
];

const send = (question: Question<unknown>, seen: Seen): readonly OrgRequest[] => {
  const turn = question.ask(seen);
  return typeof turn === 'object' && 'send' in turn ? turn.send : [];
};

const refuseDeadSession = (port: OrgPort, answers: readonly OrgAnswer[]): void => {
  const first = answers[0];
  if (first === undefined || first.ok) return;
  if (!answers.every((answer) => !answer.ok && whyNot(answer) === 'no-session')) return;
  const reason = [first.code, first.message].filter((part) => part !== undefined).join(': ');
  throw new Trouble('target-org-unusable', { org: port.username, reason });
};

/** Takes as many answers as a question sent, in the order in which they were sent. */
const taker = (answers: readonly OrgAnswer[]) => {
  let at = 0;
  return (count: number): readonly OrgAnswer[] => answers.slice(at, (at += count));
};

type Bulk = {
  readonly policies: OrgAnswer;
  readonly scopes: OrgAnswer;
  readonly states: OrgAnswer;
  readonly trail: OrgAnswer;
};

const noRight: OrgAnswer = { ok: false, status: 403, code: 'INSUFFICIENT_ACCESS' };

const refusedAnswer: OrgAnswer = { ok: false, trouble: 'unreachable' };

const ofApp = (answer: OrgAnswer, app: ListedApp): OrgAnswer =>
  rowsOnly(
    answer,
    records(answer).filter((row: Row) => sameId(text(row[external]) ?? '', app.id)),
  );

const named = ({ name, id, kind }: ListedApp) => ({ name, id, kind });

const factsOf = (
  listed: ListedApp,
  seen: Seen,
  { policies, scopes, states, trail }: Bulk,
  metadata: OrgAnswer,
): AppFacts =>
  listed.kind === 'connected-app'
    ? {
        ...named(listed),
        app: appQuestion.read([metadata], seen),
        appOauth: appOauth.read([metadata], seen),
        ipRelaxation: ipRelaxation.read([metadata], seen),
        appState: appState.read([trail], seen),
      }
    : {
        ...named(listed),
        app: appQuestion.read([ofApp(policies, listed)], seen),
        appOauth: appOauth.read([ofApp(scopes, listed), metadata], seen),
        ipRelaxation: ipRelaxation.read([ofApp(policies, listed)], seen),
        appState: appState.read([ofApp(states, listed)], seen),
      };

const menuOf = (answer: OrgAnswer): ReadonlyMap<string, string> =>
  new Map(
    records(answer).flatMap((row) => {
      const [item, app] = [text(row.Id), text(row.ApplicationId)];
      return item === undefined || app === undefined ? [] : [[item, app] as const];
    }),
  );

/** Any app, for the questions that do not depend on one. */
const nobody: ListedApp = { kind: 'connected-app', id: '', name: '' };

/**
 * Reads every app of an org: lists, policies and tokens in one wave, metadata ten apps a call in the next ones.
 * `now`: UTC, ISO 8601. Throws `Trouble('target-org-unusable', { org, reason })`.
 */
export const askAllApps = async (port: OrgPort, now: string): Promise<OrgApps> => {
  const blank = seenFor(nobody, unknown('depends-on-unknown'), port, now);
  const asked = {
    rights: send(rightsQuestion, blank),
    lists: lists(blank),
    oauthSettings: send(oauthSettings, blank),
    apiAccess: send(apiAccess, blank),
    trail: send(appState, blank),
  };
  const sent = [...Object.values(asked).flat(), ...bulk, ...tokenRequests];
  const answers = await port.wave(sent);
  refuseDeadSession(port, answers);
  const take = taker(answers);
  const rights = rightsQuestion.read(take(asked.rights.length), blank);
  const seen = seenFor(nobody, rights, port, now);
  const listed = take(asked.lists.length);
  const settings = oauthSettings.read(take(asked.oauthSettings.length), seen);
  const access = apiAccess.read(take(asked.apiAccess.length), seen);
  const [trail = refusedAnswer] = take(asked.trail.length);
  const [policies = refusedAnswer, scopes = refusedAnswer, states = refusedAnswer, menu = refusedAnswer] = take(
    bulk.length,
  );
  const apps = readLists(listed);
  const mayRead = lookAt(rights, { name: 'ConnectedApp', needs: metadataNeeds }).sight !== 'partial';
  const metadata = mayRead ? await readApps(port, apps) : { answerFor: () => noRight };
  const tokens = await readTokens(port, take(tokenRequests.length), rights);
  return {
    apps: apps.map((app) =>
      factsOf(app, seenFor(app, rights, port, now), { policies, scopes, states, trail }, metadata.answerFor(app)),
    ),
    whole:
      apps.length === 0 || !listed.every(({ ok }) => ok)
        ? noneCalledSo(listed, seen)
        : known(undefined, { place: 'org' }),
    oauthSettings: settings,
    apiAccess: access,
    tokens,
    menu: menuOf(menu),
  };
};
