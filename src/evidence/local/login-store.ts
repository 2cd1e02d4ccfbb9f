import { access, constants, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Global } from '@salesforce/core/global';
import { StateAggregator } from '@salesforce/core/stateAggregator';

/** The app of a web login whose file names none. Source: core's `DEFAULT_CONNECTED_APP_INFO`. */
export const defaultApp = 'PlatformCLI';

/** Where the CLI keeps its logins: `~/.sfdx`. The same store as every connection of this process. */
export type LoginStore = StateAggregator;

const mayRead = (file: string, mode: number = constants.R_OK): Promise<boolean> =>
  access(file, mode).then(
    () => true,
    () => false,
  );

/**
 * The store; undefined where there is none, or where it cannot be read.
 * A missing folder is not made: core would write an empty alias file into it.
 */
export const openLoginStore = async (): Promise<LoginStore | undefined> => {
  if (!(await mayRead(Global.DIR))) return undefined;
  try {
    return await StateAggregator.getInstance();
  } catch {
    return undefined;
  }
};

/** Username of a login that has a file here, from its alias or itself; upper and lower case do not matter in a username. */
export const findUsername = async (store: LoginStore, aliasOrUsername: string): Promise<string | undefined> => {
  // The file of aliases may hold anything.
  const resolved: unknown = store.aliases.resolveUsername(aliasOrUsername);
  const wanted = (typeof resolved === 'string' ? resolved : aliasOrUsername).toLowerCase();
  const files = await store.orgs.list();
  return files.map((file) => path.basename(file, '.json')).find((username) => username.toLowerCase() === wanted);
};

/** Members of a login file as they stand there: secrets are encrypted. Undefined where it is no JSON object. */
export const readLoginFile = async (
  store: LoginStore,
  username: string,
): Promise<Readonly<Record<string, unknown>> | undefined> => {
  try {
    const value: unknown = JSON.parse(await readFile(store.orgs.getPath(username), 'utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};

const secretTool = (): string => process.env.SFDX_SECRET_TOOL_PATH ?? '/usr/bin/secret-tool';

/**
 * Whether the key that decrypts is kept in a file, and that file is gone. Core would then write a new one,
 * and looking must change nothing. The choice of keychain is the one of core's `retrieveKeychain`.
 */
export const keyFileIsGone = async (): Promise<boolean> => {
  const asked = process.env.SF_USE_GENERIC_UNIX_KEYCHAIN?.toLowerCase();
  const generic = asked === 'true' || asked === '1';
  const inFile =
    process.platform === 'win32' ||
    generic ||
    (process.platform === 'linux' && !(await mayRead(secretTool(), constants.X_OK)));
  return inFile && !(await mayRead(path.join(Global.DIR, 'key.json'), constants.F_OK));
};
