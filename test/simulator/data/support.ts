import { createClock, createSession, startSimulator, userById } from '../../../simulator/index.ts';
import type { Org, PermissionName, Session, Simulator, User } from '../../../simulator/index.ts';

/** Noon in Los Angeles on Wednesday 18 November 2026; the clock stands. */
export const noon = Date.UTC(2026, 10, 18, 20);

export type Records = {
  totalSize: number;
  done: boolean;
  nextRecordsUrl?: string;
  records: Array<Record<string, unknown>>;
};
type Refusal = { errorCode: string; message: string };
type Answer = { status: number; headers: Headers; text: string; json: unknown };

export type Desk = {
  sim: Simulator;
  org: Org;
  admin: User;
  integration: User;
  session: Session;
  /** Path below /services/data/v64.0, asked by the administrator unless another token is given. */
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  query(soql: string, path?: string): Promise<Records>;
  /** The refusal of a query: status 400. */
  refused(soql: string, path?: string): Promise<Refusal>;
  tooling(soql: string): Promise<Records>;
  soap(call: string, version?: string, token?: string): Promise<Answer>;
  /** Takes rights away from the administrator. */
  withhold(...names: PermissionName[]): void;
  close(): Promise<void>;
};

const base = '/services/data/v64.0';

const read = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : undefined,
  };
};

const envelope = (token: string, call: string): string =>
  `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="http://soap.sforce.com/2006/04/metadata"><soapenv:Header><SessionHeader><sessionId>${token}</sessionId></SessionHeader></soapenv:Header><soapenv:Body>${call}</soapenv:Body></soapenv:Envelope>`;

/** A running simulator, and its administrator's session to ask with. */
export const openDesk = async (): Promise<Desk> => {
  const sim = await startSimulator({ clock: createClock({ at: noon, standing: true }) });
  const { org } = sim;
  const admin = userById(org, sim.world.integration.adminId);
  const session = createSession(org, { userId: admin.id, createdAt: noon });
  const authorization = `Bearer ${session.token}`;

  const ask = async (path: string, init: RequestInit): Promise<Answer> =>
    read(await fetch(`${sim.urls.myDomain}${path.startsWith('/') ? '' : `${base}/`}${path}`, init));
  const get: Desk['get'] = (path, headers = {}) => ask(path, { headers: { authorization, ...headers } });
  const queryPath = (soql: string, path: string): string => `${path}?q=${encodeURIComponent(soql)}`;
  const query: Desk['query'] = async (soql, path = 'query') => {
    const { status, json, text } = await get(queryPath(soql, path));
    if (status !== 200) throw new Error(`${soql}: ${text}`);
    return json as Records;
  };

  return {
    sim,
    org,
    admin,
    integration: userById(org, sim.world.integration.userId),
    session,
    get,
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { authorization, 'content-type': 'application/json', ...headers },
      }),
    query,
    refused: async (soql, path = 'query') => {
      const { status, json, text } = await get(queryPath(soql, path));
      if (status !== 400) throw new Error(`${soql} was not refused: ${status} ${text.slice(0, 300)}`);
      return (json as Refusal[])[0]!;
    },
    tooling: (soql) => query(soql, 'tooling/query'),
    soap: (call, version = '64.0', token = session.token) =>
      ask(`/services/Soap/m/${version}`, {
        method: 'POST',
        body: envelope(token, call),
        headers: { 'content-type': 'text/xml', soapaction: '""' },
      }),
    withhold: (...names) => {
      const profile = org.profiles.find(({ id }) => id === admin.profileId)!;
      names.forEach((name) => profile.permissions.delete(name));
    },
    close: () => sim.stop(),
  };
};
