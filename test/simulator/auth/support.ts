import jsonwebtoken from 'jsonwebtoken';
import { createClock, startSimulator, userById } from '../../../simulator/index.ts';
import type { App, LoginRow, Simulator, SimulatorOptions, User } from '../../../simulator/index.ts';
import type { Act } from '../../../simulator/state/admin.ts';

/** Noon in Los Angeles on Wednesday 18 November 2026; the clock stands. */
export const noon = Date.UTC(2026, 10, 18, 20);

export type Answer = {
  status: number;
  type: string | null;
  text: string;
  json: Record<string, unknown>;
  location: string | null;
};

export type Stage = {
  sim: Simulator;
  user: User;
  app: App;
  act: Act;
  /** Where the integration comes from when it is not said otherwise. */
  post(path: string, form: Record<string, string>, headers?: Record<string, string>, host?: string): Promise<Answer>;
  get(path: string, headers?: Record<string, string>, host?: string): Promise<Answer>;
  /** The assertion of the healthy integration, with changes. */
  assertion(changes?: Record<string, unknown>, privateKey?: string): string;
  jwt(changes?: Record<string, unknown>, host?: string, headers?: Record<string, string>): Promise<Answer>;
  password(changes?: Record<string, string>, host?: string, headers?: Record<string, string>): Promise<Answer>;
  /** Rows written since the stage was set. */
  rows(): LoginRow[];
};

const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const type = response.headers.get('content-type');
  const isJson = type?.startsWith('application/json') ?? false;
  return {
    status: response.status,
    type,
    text,
    json: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
    location: response.headers.get('location'),
  };
};

const jwtGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

export const setStage = async (options: SimulatorOptions = {}): Promise<Stage> => {
  const sim = await startSimulator({ clock: createClock({ at: noon, standing: true }), ...options });
  const { integration } = sim.world;
  const user = userById(sim.org, integration.userId);
  const app = sim.org.apps.find(({ id }) => id === integration.appId)!;
  const before = sim.org.loginRows.length;

  const post: Stage['post'] = async (path, form, headers = {}, host = sim.urls.myDomain) =>
    answerOf(
      await fetch(host + path, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' }),
    );
  const get: Stage['get'] = async (path, headers = {}, host = sim.urls.myDomain) =>
    answerOf(await fetch(host + path, { headers, redirect: 'manual' }));
  const assertion: Stage['assertion'] = (changes = {}, privateKey = integration.privateKey) => {
    const claims = {
      iss: app.consumerKey,
      sub: user.username,
      aud: 'https://login.salesforce.com',
      exp: Math.floor(sim.clock.now() / 1000) + 180,
      ...changes,
    };
    return jsonwebtoken.sign(JSON.stringify(claims), privateKey, { algorithm: 'RS256' });
  };

  return {
    sim,
    user,
    app,
    act: { org: sim.org, byUserId: integration.adminId, at: sim.clock.now() - 3_600_000 },
    post,
    get,
    assertion,
    jwt: (changes, host, headers) =>
      post('/services/oauth2/token', { grant_type: jwtGrant, assertion: assertion(changes) }, headers, host),
    password: (changes = {}, host, headers) =>
      post(
        '/services/oauth2/token',
        {
          grant_type: 'password',
          client_id: app.consumerKey,
          client_secret: app.consumerSecret,
          username: user.username,
          password: user.password + user.securityToken,
          ...changes,
        },
        headers,
        host,
      ),
    rows: () => sim.org.loginRows.slice(before),
  };
};

/** The body of a refusal, as Salesforce sends it: compact JSON and a newline. */
export const refusalBody = (error: string, description: string): string =>
  `{"error":"${error}","error_description":"${description}"}\n`;
