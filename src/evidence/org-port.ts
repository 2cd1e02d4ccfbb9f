import type { AuthFields } from '@salesforce/core';
import { ConfigAggregator } from '@salesforce/core/configAggregator';
import { StateAggregator } from '@salesforce/core/stateAggregator';
import { defined, listing, messageOf, minuteMs, Trouble } from '../model/index.ts';
import { exchange, isPrivate } from '../oauth/index.ts';
import { isRefusedForGood, isWorthAlone } from './org-again.ts';
import { sendAlone, type Envelope, type Get } from './org-parts.ts';
import { senderFor } from './org-send.ts';
import { renewStored, type OrgSession } from './org-session.ts';
import { checked } from './org-shape.ts';
import { envelopes, loadsOf, type Load } from './org-travel.ts';
import { newestIn } from './org-versions.ts';
import type { Heard, OrgAnswer, OrgPort, OrgRequest } from './org-wire.ts';

export type { OrgAnswer, OrgPort, OrgRequest } from './org-wire.ts';

export type PortOptions = {
  /** How long one request may take. */
  readonly timeoutMs?: number;
  /** The clock of the whole run: what was not heard when it stops is `timed-out`. */
  readonly signal?: AbortSignal | undefined;
  /** Spare the org's daily API requests as long as there are no more HTTP requests than this in all. Default 0: fewest requests. */
  readonly sparingUpTo?: number;
  /** Send everything alone: the plainest way that is documented. */
  readonly plainly?: boolean;
  /** Told of every request, with the answer as it came. */
  readonly heard?: ((heard: Heard) => void) | undefined;
};

/** What goes by a way of its own, whatever else is asked. */
type Apart = Exclude<OrgRequest, Get>;

const usualTimeoutMs = minuteMs;

const nothing: OrgAnswer = { ok: false, trouble: 'unreachable' };

/** A port over a session. */
export const portOver = (session: OrgSession, apiVersion: string, options: PortOptions = {}): OrgPort => {
  const { timeoutMs = usualTimeoutMs, signal, sparingUpTo = 0, plainly = false, heard } = options;
  const sender = senderFor(session, { apiVersion, timeoutMs, signal });
  const refused = new Set<Envelope>(plainly ? envelopes : []);
  const spent = { roundTrips: 0, requests: 0, calls: 0 };
  const count = (requests: number, calls: number): void => {
    spent.requests += requests;
    spent.calls += calls;
  };
  const sendLoad = async ({ send, way, parts }: Load): Promise<ReadonlyArray<readonly [Get, OrgAnswer]>> => {
    const answers = await send(sender, apiVersion, parts);
    if (send !== sendAlone && isRefusedForGood(answers)) refused.add(send);
    return parts.map((request, at) => {
      const answer = answers[at] ?? nothing;
      heard?.({ request, way, answer });
      return [request, answer] as const;
    });
  };
  const sendApart = async (request: Apart): Promise<OrgAnswer> => {
    const isLog = request.kind === 'log-file';
    const answer = await (isLog ? sender.logFile(request.id) : sender.readMetadata(request.type, request.fullNames));
    heard?.({ request, way: isLog ? 'alone' : 'read-metadata', answer });
    return answer;
  };
  const sendGets = async (gets: readonly Get[], again: () => boolean): Promise<ReadonlyMap<Get, OrgAnswer>> => {
    const loads = loadsOf(gets, { requests: spent.requests, most: sparingUpTo, refused });
    for (const load of loads) count(load.requests, load.calls);
    const answered = new Map((await Promise.all(loads.map(sendLoad))).flat());
    const anew = gets.filter((part) => isWorthAlone(part, answered.get(part) ?? nothing));
    if (anew.length === 0 || !again()) return answered;
    count(anew.length, anew.length);
    const alone = await sendAlone(sender, apiVersion, anew);
    return new Map([...answered, ...anew.map((part, at) => [part, alone[at] ?? nothing] as const)]);
  };
  return {
    username: session.username,
    orgId: session.orgId,
    instanceUrl: session.instanceUrl,
    ...defined({ alias: session.alias }),
    apiVersion,
    spent: () => ({ ...spent }),
    wave: async (asked, again = true) => {
      if (asked.length === 0) return [];
      spent.roundTrips += 1;
      const apart = asked.filter((request) => request.kind !== 'get');
      count(apart.length, apart.length);
      const mayAskAgain = (): boolean => {
        spent.roundTrips += again ? 1 : 0;
        return again;
      };
      const [got, others] = await Promise.all([
        sendGets(
          asked.filter((request) => request.kind === 'get'),
          mayAskAgain,
        ),
        Promise.all(apart.map(sendApart)),
      ]);
      const otherAnswers = others.values();
      return asked.map((request) =>
        checked(
          request,
          request.kind === 'get' ? (got.get(request) ?? nothing) : (otherAnswers.next().value ?? nothing),
        ),
      );
    },
  };
};

/** Asked where neither the org nor anybody here names one: no org has retired it. */
const usualVersion = '64.0';

/** The list that an org shows to anyone: no token goes with it. */
const newestVersion = async (instanceUrl: string, signal: AbortSignal | undefined): Promise<string | undefined> => {
  const answer = await exchange({
    url: `${instanceUrl}/services/data`,
    purpose: 'org-versions',
    timeoutMs: 10_000,
    signal,
  });
  return answer.reached && answer.status === 200 ? newestIn(answer.body) : undefined;
};

const originOf = (url: string): string | undefined => URL.parse(url)?.origin;

/** What is stored of a login. Anything else under that name is for the CLI's own reader to tell, with which all that logs in is loaded. */
const fieldsOf = async (username: string, { orgs }: StateAggregator): Promise<AuthFields> => {
  await orgs.read(username, false, false);
  if (await orgs.exists(username)) return orgs.get(username, true);
  const { AuthInfo } = await import('@salesforce/core');
  return (await AuthInfo.create({ username })).getFields(true);
};

/** Throws `Trouble('target-org-insecure', { org, url })` where the session would travel in the open. */
const sessionOf = (fields: AuthFields, org: string, aliasOf: (username: string) => string | undefined): OrgSession => {
  const { username = org, orgId = '', instanceUrl = '', accessToken = '' } = fields;
  const origin = originOf(instanceUrl) ?? instanceUrl;
  if (!isPrivate(origin)) throw new Trouble('target-org-insecure', { org, url: instanceUrl });
  const renew: OrgSession['renew'] = (signal) => renewStored(username, signal);
  return { username, orgId, instanceUrl: origin, ...defined({ alias: aliasOf(username) }), accessToken, renew };
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
    const state = await StateAggregator.getInstance();
    const fields = await fieldsOf(state.aliases.resolveUsername(aliasOrUsername), state);
    const aliasOf = (username: string): string | undefined =>
      state.aliases.has(aliasOrUsername) ? aliasOrUsername : (state.aliases.get(username) ?? undefined);
    const session = sessionOf(fields, aliasOrUsername, aliasOf);
    const configured: unknown = (await ConfigAggregator.create()).getInfo('org-api-version').value;
    const told =
      apiVersion ??
      (typeof configured === 'string' ? configured : undefined) ??
      fields.instanceApiVersion ??
      (await listing().or(newestVersion(session.instanceUrl, options.signal), undefined));
    return portOver(session, told ?? usualVersion, options);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    const reason = messageOf(error);
    throw new Trouble('target-org-unusable', { org: aliasOrUsername, reason }, error);
  }
};
