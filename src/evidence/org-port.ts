import type { AuthInfo } from '@salesforce/core';
import { Trouble } from '../model/index.ts';
import { exchange, isPrivate } from '../oauth/index.ts';
import { forBatch, forComposite, sendBatch, sendComposite, type Envelope, type Get } from './org-parts.ts';
import { senderFor } from './org-send.ts';
import { renewStored, type OrgSession } from './org-session.ts';
import { newestIn } from './org-versions.ts';
import type { OrgPort } from './org-wire.ts';

export type { OrgAnswer, OrgPort, OrgRequest } from './org-wire.ts';

type Sent = {
  readonly chunks: readonly Get[][];
  readonly send: Envelope;
  /** What the org counts against its daily API requests. */
  readonly calls: number;
};

/**
 * How the parts of a wave travel. A composite counts as one call for five queries, a batch as many as it has parts; with many parts the
 * batch needs fewer requests. `most`: composites are sent as long as there are no more requests than that in all.
 */
const travelOf = (parts: readonly Get[], requests: number, most: number): Sent => {
  const composites = most === 0 ? undefined : forComposite(parts);
  if (composites !== undefined && (composites.length < 2 || requests + composites.length <= most))
    return { chunks: composites, send: sendComposite, calls: composites.length };
  return { chunks: forBatch(parts), send: sendBatch, calls: parts.length };
};

export type PortOptions = {
  /** How long one request may take. */
  readonly timeoutMs?: number;
  /** The clock of the whole run: what was not heard when it stops is `timed-out`. */
  readonly signal?: AbortSignal | undefined;
  /** Spare the org's daily API requests as long as there are no more HTTP requests than this in all. Default 0: fewest requests. */
  readonly sparingUpTo?: number;
};

const usualTimeoutMs = 60_000;

/** A port over a session. */
export const portOver = (session: OrgSession, apiVersion: string, options: PortOptions = {}): OrgPort => {
  const { timeoutMs = usualTimeoutMs, signal, sparingUpTo = 0 } = options;
  const sender = senderFor(session, { apiVersion, timeoutMs, signal });
  let [roundTrips, requests, calls] = [0, 0, 0];
  return {
    username: session.username,
    orgId: session.orgId,
    instanceUrl: session.instanceUrl,
    apiVersion,
    spent: () => ({ roundTrips, requests, calls }),
    wave: async (asked) => {
      if (asked.length === 0) return [];
      const gets = asked.filter((request) => request.kind === 'get');
      const reads = asked.filter((request) => request.kind === 'read-metadata');
      const travel = travelOf(gets, requests, sparingUpTo);
      roundTrips += 1;
      requests += travel.chunks.length + reads.length;
      calls += travel.calls + reads.length;
      const [got, read] = await Promise.all([
        Promise.all(travel.chunks.map((parts) => travel.send(sender, apiVersion, parts))),
        Promise.all(reads.map(({ type, fullNames }) => sender.readMetadata(type, fullNames))),
      ]);
      const queues = { get: got.flat().values(), 'read-metadata': read.values() };
      return asked.map(({ kind }) => queues[kind].next().value ?? { ok: false, trouble: 'unreachable' });
    },
  };
};

/** Asked where neither the org nor anybody here names one: no org has retired it. */
const usualVersion = '64.0';

/** The list that an org shows to anyone: no token goes with it. */
const newestVersion = async (instanceUrl: string, signal: AbortSignal | undefined): Promise<string | undefined> => {
  const answer = await exchange({ url: `${instanceUrl}/services/data`, timeoutMs: 10_000, signal });
  return answer.reached && answer.status === 200 ? newestIn(answer.body) : undefined;
};

const originOf = (url: string): string | undefined => URL.parse(url)?.origin;

/** Throws `Trouble('target-org-insecure', { org, url })` where the session would travel in the open. */
const sessionOf = (authInfo: AuthInfo, org: string): OrgSession => {
  const { username = org, orgId = '', instanceUrl = '', accessToken = '' } = authInfo.getFields(true);
  const origin = originOf(instanceUrl) ?? instanceUrl;
  if (!isPrivate(origin)) throw new Trouble('target-org-insecure', { org, url: instanceUrl });
  return { username, orgId, instanceUrl: origin, accessToken, renew: (signal) => renewStored(username, signal) };
};

/**
 * Opens the org whose login is stored under an alias or username. Asks nothing of it, but where neither the caller nor
 * the configuration nor the stored login names an API version: then its versions, once.
 * Throws `Trouble`: `target-org-unusable { org, reason }`, `target-org-insecure { org, url }`.
 */
export const openOrg = async (
  aliasOrUsername: string,
  apiVersion?: string,
  options: PortOptions = {},
): Promise<OrgPort> => {
  try {
    const { AuthInfo, ConfigAggregator, StateAggregator } = await import('@salesforce/core');
    const state = await StateAggregator.getInstance();
    const authInfo = await AuthInfo.create({ username: state.aliases.resolveUsername(aliasOrUsername) });
    const session = sessionOf(authInfo, aliasOrUsername);
    const configured: unknown = (await ConfigAggregator.create()).getInfo('org-api-version').value;
    const told =
      apiVersion ??
      (typeof configured === 'string' ? configured : undefined) ??
      authInfo.getFields().instanceApiVersion ??
      (await newestVersion(session.instanceUrl, options.signal));
    return portOver(session, told ?? usualVersion, options);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Trouble('target-org-unusable', { org: aliasOrUsername, reason }, error);
  }
};
