import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createSession } from '../state/apps.ts';
import type { Played } from '../scenarios/play.ts';
import { loginUrlOf } from '../scenarios/client.ts';
import { homeEnvironment } from './env.ts';
import { storeLogin } from './logins.ts';
import type { StoredLogin } from './logins.ts';

const day = 24 * 3600 * 1000;

/** The newest version that the simulated org serves. */
const apiVersion = '67.0';

export type Home = {
  readonly env: Record<string, string>;
  /** Absolute path of the integration's private key. Undefined: its flow has none. */
  readonly keyFile: string | undefined;
};

type Common = Omit<StoredLogin, 'alias' | 'username' | 'loginUrl' | 'accessToken'>;

const commonTo = ({ stage, sim }: Played): Common => ({
  orgId: stage.org.id,
  instanceUrl: sim.urls.myDomain,
  isSandbox: stage.org.isSandbox,
  orgName: stage.org.name,
  instanceName: stage.org.instanceName,
  organizationType: stage.org.organizationType,
  apiVersion,
});

/** A session of the looking administrator, good for as long as anybody will look. */
const storeAdmin = (home: string, played: Played, alias: string): void => {
  const { stage, sim } = played;
  const now = stage.clock.now();
  const { token } = createSession(stage.org, { userId: stage.admin.id, createdAt: now, expiresAt: now + 365 * day });
  storeLogin(home, {
    ...commonTo(played),
    alias,
    username: stage.admin.username,
    loginUrl: sim.urls.myDomain,
    accessToken: token,
  });
};

const writeKey = (home: string, { stage }: Played): string | undefined => {
  if (stage.client.flow !== 'jwt') return undefined;
  const file = path.join(home, 'server.key');
  writeFileSync(file, stage.client.privateKey, { mode: 0o600 });
  return file;
};

/** The integration as the CLI stored it while it worked: with its key file, its refresh token, or a bare access token. */
const storeIntegration = (home: string, played: Played, keyFile: string | undefined): void => {
  const { stage, sim, told, before } = played;
  const { client } = stage;
  const { flow, refreshToken, clientSecret } = client;
  const refreshing =
    flow === 'refresh-token' || flow === 'web'
      ? { refreshToken, ...(clientSecret === '' ? {} : { clientSecret }) }
      : {};
  storeLogin(home, {
    ...commonTo(played),
    ...refreshing,
    alias: 'ci',
    username: client.username,
    loginUrl: loginUrlOf(client, sim.urls),
    accessToken: told.accessToken ?? before.accessToken ?? '',
    clientId: client.consumerKey,
    ...(keyFile === undefined ? {} : { privateKey: keyFile }),
  });
};

/** Writes the session of the looking administrator, under an alias, into a home that holds the logins of another org. */
export const writeBeside = (home: string, played: Played, alias: string): Home => {
  storeAdmin(home, played, alias);
  return { env: homeEnvironment(home), keyFile: undefined };
};

/** Writes the logins `admin` (may look) and `ci` (the integration) into a home, and tells how to use it. */
export const writeHome = (home: string, played: Played): Home => {
  mkdirSync(home, { recursive: true });
  const keyFile = writeKey(home, played);
  storeAdmin(home, played, 'admin');
  storeIntegration(home, played, keyFile);
  return { env: homeEnvironment(home), keyFile };
};
