import { defined } from '../../model/index.ts';
import type { CaProblem, Environment, ProxySetting, Setting } from '../../model/index.ts';
import { readCertificate } from '../../oauth/index.ts';
import { readSmallFile } from './small-file.ts';

/** `process.env`, or a part of it. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The first of these variables that is set, as it is written. */
const firstOf = (variables: Variables, names: readonly string[]): { variable: string; value: string } | undefined =>
  names.map((variable) => ({ variable, value: variables[variable]?.trim() ?? '' })).find(({ value }) => value !== '');

/** What stands before the last @ may be a user and a password. */
const withoutUser = (value: string): string => value.slice(value.lastIndexOf('@') + 1);

/** The address without user, password, path and query; what is no web address, without all that stands before its host. */
const bare = (value: string): { readonly url: string; readonly web: boolean } => {
  const url = URL.parse(value);
  const web = url !== null && /^https?:$/u.test(url.protocol) && url.hostname !== '';
  return web ? { url: `${url.protocol}//${url.host}`, web } : { url: withoutUser(value), web: false };
};

/** An entry of `NO_PROXY` covers a host, the hosts below it, and with `*` all. As the HTTP client reads it. */
const covers = (entry: string, host: URL): boolean => {
  const [, name = entry, port] = /^(.+?)(?::(\d+))?$/u.exec(entry) ?? [];
  const hostPort = host.port === '' ? (host.protocol === 'https:' ? '443' : '80') : host.port;
  if (port !== undefined && port !== hostPort) return false;
  if (name === '*') return true;
  const wanted = name.toLowerCase().replace(/^\*?\./u, '');
  return host.hostname === wanted || host.hostname.endsWith(`.${wanted}`);
};

const isLeftOut = (variables: Variables, host: URL | undefined): boolean =>
  host !== undefined &&
  (firstOf(variables, ['no_proxy', 'NO_PROXY'])?.value ?? '')
    .split(/[,\s]+/u)
    .some((entry) => entry !== '' && covers(entry, host));

const proxyOf = (variables: Variables, host: URL | undefined): ProxySetting | undefined => {
  const plain = ['http_proxy', 'HTTP_PROXY'];
  const names = host?.protocol === 'http:' ? plain : ['https_proxy', 'HTTPS_PROXY', ...plain];
  const found = firstOf(variables, names);
  if (found === undefined || isLeftOut(variables, host)) return undefined;
  const { url, web } = bare(found.value);
  return { variable: found.variable, url, usable: web };
};

const problemOfCa = async (path: string): Promise<CaProblem | undefined> => {
  const file = await readSmallFile(path);
  if (!('text' in file)) return file.problem === 'too-large' ? 'no-certificate' : file.problem;
  return readCertificate(file.text) === undefined ? 'no-certificate' : undefined;
};

const extraCaOf = async (variables: Variables): Promise<Environment['extraCa']> => {
  const path = firstOf(variables, ['NODE_EXTRA_CA_CERTS'])?.value;
  if (path === undefined) return undefined;
  const problem = await problemOfCa(path);
  return { path, ...defined({ problem }) };
};

/** An address as it is written, since a slash at the end counts, but without user and password. */
const settingOf = (variables: Variables, names: readonly string[]): Setting | undefined => {
  const found = firstOf(variables, names);
  if (found === undefined) return undefined;
  const url = found.value.includes('@') ? bare(found.value).url : found.value;
  return { variable: found.variable, url };
};

/**
 * What the variables of this machine do to a login. Sends nothing, reads one file at most, never throws.
 * Names and order: Node, the HTTP client, and `envVars` of @salesforce/core (an SFDX_ name counts where its SF_ name is not set).
 */
export const readEnvironment = async (variables: Variables, loginUrl: string | undefined): Promise<Environment> => {
  const host = loginUrl === undefined ? undefined : (URL.parse(loginUrl) ?? undefined);
  const proxy = proxyOf(variables, host);
  const extraCa = await extraCaOf(variables);
  const audience = settingOf(variables, ['SF_AUDIENCE_URL', 'SFDX_AUDIENCE_URL']);
  const instance = settingOf(variables, ['SF_ORG_INSTANCE_URL', 'SFDX_INSTANCE_URL']);
  return {
    ...defined({ proxy, extraCa }),
    ...(variables.NODE_TLS_REJECT_UNAUTHORIZED === '0' ? { checksOff: true as const } : {}),
    ...defined({ audience, instance }),
  };
};
