import type { Connection } from '@salesforce/core';
import { Trouble } from '../model/index.ts';
import { partAnswer, thrownAnswer } from './org-refusal.ts';
import type { OrgAnswer, OrgPort, OrgRequest } from './org-wire.ts';

export type { OrgAnswer, OrgPort, OrgRefusal, OrgRequest, Spent } from './org-wire.ts';

/** Composite Batch takes 25 parts. */
const partsPerBatch = 25;

type Get = Extract<OrgRequest, { kind: 'get' }>;
type Read = Extract<OrgRequest, { kind: 'read-metadata' }>;

/** The request goes on behind our back where jsforce cannot stop it; its answer is not waited for. */
const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DOMException('No answer in time', 'TimeoutError')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

const sendBatch = async (connection: Connection, parts: readonly Get[], ms: number): Promise<OrgAnswer[]> => {
  const version = `v${connection.version}`;
  try {
    const body: unknown = await within(
      ms,
      connection.request(
        {
          method: 'POST',
          url: `/services/data/${version}/composite/batch`,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            batchRequests: parts.map(({ path }) => ({ method: 'GET', url: `${version}/${path}` })),
          }),
        },
        { timeout: ms },
      ),
    );
    const results = typeof body === 'object' && body !== null && 'results' in body ? body.results : undefined;
    return parts.map((_part, index) => partAnswer(Array.isArray(results) ? results[index] : undefined));
  } catch (error) {
    return parts.map(() => thrownAnswer(error));
  }
};

const sendRead = async (connection: Connection, { type, fullNames }: Read, ms: number): Promise<OrgAnswer> => {
  try {
    const body: unknown = await within(ms, connection.metadata.read(type as 'ConnectedApp', [...fullNames]));
    return { ok: true, status: 200, body };
  } catch (error) {
    return thrownAnswer(error);
  }
};

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_none, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/** A port over a connection of the CLI's own kind. `timeoutMs`: how long one request may take. */
export const portOver = (connection: Connection, orgId: string, timeoutMs = 60_000): OrgPort => {
  let roundTrips = 0;
  let requests = 0;
  return {
    username: connection.getUsername() ?? '',
    orgId,
    instanceUrl: connection.instanceUrl,
    apiVersion: connection.version,
    spent: () => ({ roundTrips, requests }),
    wave: async (asked) => {
      if (asked.length === 0) return [];
      const batches = chunks(
        asked.filter((request) => request.kind === 'get'),
        partsPerBatch,
      );
      const reads = asked.filter((request) => request.kind === 'read-metadata');
      roundTrips += 1;
      requests += batches.length + reads.length;
      const [got, read] = await Promise.all([
        Promise.all(batches.map((parts) => sendBatch(connection, parts, timeoutMs))),
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
export const openOrg = async (aliasOrUsername: string, apiVersion?: string): Promise<OrgPort> => {
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
    return portOver(connection, orgId);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Trouble('target-org-unusable', { org: aliasOrUsername, reason }, error);
  }
};
