import type { Flow, Integration, StoredLogin } from '../../model/index.ts';
import { clientCredential, jwtCredential, type Credential, type HeldSecret } from '../../oauth/index.ts';
import { readKeyText } from './key-file.ts';
import { storedCredential } from './stored-credential.ts';

/** `cure`: the flag that would give what is missing; absent where something was given and cannot be used. */
export type Picked = { readonly credential: Credential } | { readonly credential?: undefined; readonly cure?: string };

/** The flag that gives what a flow logs in with; of the rest a private key is the one that may be tried. */
const givenBy: Readonly<Partial<Record<Flow, string>>> = {
  'refresh-token': '--login',
  'client-credentials': '--client-secret-file',
};

/** A name of an app is not sent: the org tells the key of it, where it was asked and knows the app. */
const noKey = ({ app }: Integration, orgAsked: boolean): Picked => {
  if (app === undefined) return { cure: '--app' };
  return orgAsked ? {} : { cure: '--target-org' };
};

const fromKeyFile = async (
  path: string,
  integration: Integration,
  login: StoredLogin | undefined,
  orgAsked: boolean,
): Promise<Picked> => {
  const username = integration.username ?? login?.username;
  const consumerKey = integration.consumerKey ?? login?.clientId;
  if (username === undefined) return { cure: '--username' };
  if (consumerKey === undefined) return noKey(integration, orgAsked);
  const key = await readKeyText(path);
  return 'problem' in key ? {} : { credential: jwtCredential({ pem: key.text, consumerKey, username }) };
};

const fromSecret = (secret: HeldSecret, integration: Integration, orgAsked: boolean): Picked => {
  const { consumerKey } = integration;
  return consumerKey === undefined
    ? noKey(integration, orgAsked)
    : { credential: clientCredential({ consumerKey, secret }) };
};

/** What to make the one attempt with: the secret or the key file that was given, else what the stored login holds. Reads files, sends nothing. */
export const pickCredential = async (given: {
  readonly integration: Integration;
  readonly clientSecret?: HeldSecret;
  readonly keyPath?: string;
  readonly storedLogin?: StoredLogin;
  /** Whether the org was asked for the app's key. */
  readonly orgAsked?: boolean;
}): Promise<Picked> => {
  const { integration, storedLogin, clientSecret, orgAsked = false } = given;
  if (clientSecret !== undefined) return fromSecret(clientSecret, integration, orgAsked);
  const keyPath = given.keyPath ?? storedLogin?.keyFile;
  if (keyPath !== undefined) return fromKeyFile(keyPath, integration, storedLogin, orgAsked);
  if (storedLogin === undefined) return { cure: givenBy[integration.flow ?? 'jwt'] ?? '--jwt-key-file' };
  const credential = storedCredential(storedLogin);
  return credential === undefined ? {} : { credential };
};
