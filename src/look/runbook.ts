import { checkAllApps } from './app-check.ts';
import { causes } from '../causes/index.ts';
import { diagnose, plan, remedyValues } from '../diagnosis/index.ts';
import { eachOf } from './each-of.ts';
import { checkGates } from '../gates/index.ts';
import { look, lookedIn, type LookRequest } from './look.ts';
import { defined, valueOf } from '../model/index.ts';
import type { Cause, Client, Diagnosis, Evidence, Runbook, RunbookError, Runbooks, TargetOrg } from '../model/index.ts';
import { loadWords, speakFrom } from '../words/index.ts';
import { upkeepOf } from './upkeep.ts';

/** One integration, and everything that was seen of it: names too that the runbook tells in sentences only. */
type WrittenRunbook = { readonly runbook: Runbook; readonly evidence: Evidence; readonly targetOrg?: TargetOrg };

const words = loadWords();
const speaker = speakFrom(words);

/** So many changes are told, and so many addresses. */
const mostChanges = 5;
const mostAddresses = 10;

const integrationIn = (evidence: Evidence, { integration, lastSuccess }: Diagnosis): Runbook['integration'] => {
  const [user, app, oauth] = [valueOf(evidence.user), valueOf(evidence.app), valueOf(evidence.appOauth)];
  const addresses = (valueOf(evidence.loginRows) ?? []).flatMap(({ sourceIp }) => sourceIp ?? []);
  return {
    addresses: [...new Set([...integration.sourceIps, ...addresses])].slice(0, mostAddresses),
    ...defined({
      app: app?.name ?? integration.appLabel ?? integration.app,
      username: user?.username ?? integration.runAs ?? integration.username,
      userName: user?.name,
      userEmail: user?.email,
      profile: user?.profileName,
      flow: integration.flow,
      loginUrl: integration.loginUrl,
      scopes: oauth?.scopes,
      callbackUrls: oauth?.callbackUrls,
      lastSuccess,
    }),
  };
};

const canHappen =
  ({ flow }: Diagnosis['integration']) =>
  ({ blocks, flows }: Cause): boolean =>
    blocks && (flow === undefined || flows === undefined || flows.includes(flow));

/** Each refusal that this integration can meet, with the cure in this org's own names. */
const errorsOf = (evidence: Evidence, { integration, targetOrg }: Diagnosis): readonly RunbookError[] => {
  const seen = { targetOrg: targetOrg?.username, changedBy: undefined, sourceIp: undefined };
  const values = remedyValues(evidence, seen);
  return causes.filter(canHappen(integration)).map(({ id, gate, remedies }): RunbookError => {
    const remedy = remedies.find(({ provedBy }) => provedBy === undefined) ?? remedies[0];
    return {
      cause: id,
      gate,
      title: speaker.cause(id).title,
      said: words.list(`cause.${id}`, 'said-by-salesforce'),
      ...(remedy === undefined
        ? {}
        : {
            remedy: {
              ...{ id: remedy.id, who: remedy.who, effect: remedy.effect },
              ...speaker.remedy(id, remedy.id, values),
            },
          }),
    };
  });
};

const write = async (request: LookRequest): Promise<WrittenRunbook & { readonly spent: Runbooks['cost'] }> => {
  const started = performance.now();
  const { evidence, port, spent } = await look(request, { wanted: plan(causes), variables: process.env });
  const cost = { ...spent, milliseconds: Math.round(performance.now() - started) };
  const seen = { evidence, causes, speaker, ...lookedIn(port), cost };
  const diagnosis = diagnose(seen);
  const walk = checkGates(seen);
  const changes = (valueOf(evidence.changes) ?? []).filter(({ about }) => about === 'user' || about === 'app');
  return {
    evidence,
    ...lookedIn(port),
    spent: cost,
    runbook: {
      integration: integrationIn(evidence, diagnosis),
      walk,
      ends: diagnosis.findings
        .filter(({ on, season }) => on !== undefined || season !== undefined)
        .map(({ cause, title, on, season }) => ({ cause, title, ...defined({ on, season }) }))
        .toSorted((a, b) => ((a.on ?? '~') < (b.on ?? '~') ? -1 : 1)),
      changes: changes.slice(0, mostChanges),
      errors: errorsOf(evidence, diagnosis),
      upkeep: upkeepOf(evidence, diagnosis, walk.app.origin, words),
    },
  };
};

/** So many apps are looked at side by side: each is three round trips to one org. */
const sideBySide = 3;

export type RunbookRequest = {
  /** What every app has in common. */
  readonly request: LookRequest;
  /** Every app of the org, instead of the one that is named. */
  readonly all: boolean;
  readonly client: Client;
};

/** Names of the apps that this org lists. */
const appsOf = async ({ request, client }: RunbookRequest): Promise<readonly string[]> => {
  const { targetOrg = '', apiVersion, signal } = request;
  const { apps } = await checkAllApps({ targetOrg, client, ...defined({ apiVersion, signal }) });
  return apps.flatMap(({ app: { id, kind } }) => (id === undefined || kind === undefined ? [] : [id])).toSorted();
};

export type RunbooksSeen = { readonly runbooks: Runbooks; readonly evidence: readonly Evidence[] };

/** Writes what is to be known of one integration, or of every app of the org. Throws `Trouble` where the org cannot be looked into. */
export const writeRunbooks = async (asked: RunbookRequest): Promise<RunbooksSeen> => {
  const started = performance.now();
  const { request, all } = asked;
  const requests = all
    ? (await appsOf(asked)).map((app) => ({ ...request, integration: { ...request.integration, app } }))
    : [request];
  const written = await eachOf(requests, sideBySide, write);
  const total = (of: 'requests' | 'orgRoundTrips'): number => written.reduce((sum, { spent }) => sum + spent[of], 0);
  return {
    evidence: written.map(({ evidence }) => evidence),
    runbooks: {
      schemaVersion: 1,
      asOf: new Date().toISOString(),
      ...defined({ targetOrg: written[0]?.targetOrg }),
      runbooks: written.map(({ runbook }) => runbook),
      cost: {
        orgRoundTrips: total('orgRoundTrips'),
        requests: total('requests'),
        milliseconds: Math.round(performance.now() - started),
      },
    },
  };
};
