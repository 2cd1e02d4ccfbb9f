import type { Connection } from '@salesforce/core';
import { Trouble } from '../model/index.ts';
import { forBatch, forComposite, sendBatch, sendComposite, within, type Get } from './org-parts.ts';
import { thrownAnswer } from './org-refusal.ts';
import type { OrgAnswer, OrgPort, OrgRequest } from './org-wire.ts';

export type { OrgAnswer, OrgPort, OrgRefusal, OrgRequest, Spent } from './org-wire.ts';

type Read = Extract<OrgRequest, { kind: 'read-metadata' }>;

const sendRead = async (connection: Connection, { type, fullNames }: Read, ms: number): Promise<OrgAnswer> => {
  try {
    const body: unknown = await within(ms, connection.metadata.read(type as 'ConnectedApp', [...fullNames]));
    return { ok: true, status: 200, body };
  } catch (error) {
    return thrownAnswer(error);
  }
};

type Sent = {
  readonly chunks: readonly Get[][];
  readonly send: typeof sendBatch;
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
  /** Spare the org's daily API requests as long as there are no more HTTP requests than this in all. Default 0: fewest requests. */
  readonly sparingUpTo?: number;
};

/** A port over a connection of the CLI's own kind. */
export const portOver = (
  connection: Connection,
  orgId: string,
  { timeoutMs = 60_000, sparingUpTo = 0 }: PortOptions = {},
): OrgPort => {
  let [roundTrips, requests, calls] = [0, 0, 0];
  return {
    username: connection.getUsername() ?? '',
    orgId,
    instanceUrl: connection.instanceUrl,
    apiVersion: connection.version,
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
        Promise.all(travel.chunks.map((parts) => travel.send(connection, parts, timeoutMs))),
        Promise.all(reads.map((request) => sendRead(connection, request, timeoutMs))),
      ]);
      const queues = { get: got.flat().values(), 'read-metadata': read.values() };
      return asked.map(({ kind }) => queues[kind].next().value ?? { ok: false, trouble: 'unreachable' });
    },
  };
};

/**
 * Opens the org whose login is stored under an alias or username. Asks nothing of it, but where neither the caller nor
 * the configuration nor the stored login names an API version: then its versions, once.
 * Throws `Trouble('target-org-unusable', { org, reason })`.
 */
export const openOrg = async (
  aliasOrUsername: string,
  apiVersion?: string,
  options: PortOptions = {},
): Promise<OrgPort> => {
  try {
    const { AuthInfo, ConfigAggregator, Connection, StateAggregator } = await import('@salesforce/core');
    const state = await StateAggregator.getInstance();
    const authInfo = await AuthInfo.create({ username: state.aliases.resolveUsername(aliasOrUsername) });
    const { instanceApiVersion, orgId = '' } = authInfo.getFields();
    const configured: unknown = (await ConfigAggregator.create()).getInfo('org-api-version').value;
    const version = apiVersion ?? (typeof configured === 'string' ? configured : undefined) ?? instanceApiVersion;
    const connection = await Connection.create({
      authInfo,
      ...(version === undefined ? {} : { connectionOptions: { version } }),
    });
    return portOver(connection, orgId, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Trouble('target-org-unusable', { org: aliasOrUsername, reason }, error);
  }
};
