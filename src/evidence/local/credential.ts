import type { Integration, StoredLogin } from '../../model/index.ts';
import { jwtCredential, type Credential } from '../../oauth/index.ts';
import { readKeyText } from './key-file.ts';
import { storedCredential } from './stored-credential.ts';

/** `cure`: the flag that would give what is missing; absent where something was given and cannot be used. */
export type Picked = { readonly credential: Credential } | { readonly credential?: undefined; readonly cure?: string };

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

/** What to make the one attempt with: the key file that was given, else what the stored login holds. Reads files, sends nothing. */
export const pickCredential = async (given: {
  readonly integration: Integration;
  readonly keyPath?: string;
  readonly storedLogin?: StoredLogin;
  /** Whether the org was asked for the app's key. */
  readonly orgAsked?: boolean;
}): Promise<Picked> => {
  const { integration, storedLogin } = given;
  const keyPath = given.keyPath ?? storedLogin?.keyFile;
  if (keyPath !== undefined) return fromKeyFile(keyPath, integration, storedLogin, given.orgAsked ?? false);
  if (storedLogin === undefined) return { cure: integration.flow === 'refresh-token' ? '--login' : '--jwt-key-file' };
  const credential = storedCredential(storedLogin);
  return credential === undefined ? {} : { credential };
};
