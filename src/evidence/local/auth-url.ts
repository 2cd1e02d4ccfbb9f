import type { AuthUrlFile, AuthUrlProblem } from '../../model/index.ts';
import { jsonObject, shapeOf, textMember } from '../../oauth/index.ts';
import { readSmallFile } from './small-file.ts';

/** What the CLI takes for an auth URL. Source: `AuthInfo.parseSfdxAuthUrl` of @salesforce/core. */
const taken =
  /^force:\/\/(?<clientId>[a-zA-Z0-9._-]+={0,2}):(?<secret>[a-zA-Z0-9._-]*={0,2}):(?<token>[a-zA-Z0-9._-]+={0,2})@(?<host>[a-zA-Z0-9:._-]+)/u;

/** The JSON that `sf org display --verbose --json` prints, or a part of it. Source: `sf org login sfdx-url`. */
const urlInJson = (text: string): { readonly url: string } | { readonly problem: AuthUrlProblem } => {
  const json = jsonObject(text);
  if (json === undefined) return { problem: 'not-json' };
  const { result } = json;
  const inner = typeof result === 'object' && result !== null ? { ...result } : undefined;
  const url = textMember(inner, 'sfdxAuthUrl') ?? textMember(json, 'sfdxAuthUrl');
  return url === undefined ? { problem: 'json-without-url' } : { url };
};

/** What every mutilation leaves behind, in the order in which one hides another. */
const marks: ReadonlyArray<readonly [AuthUrlProblem, RegExp]> = [
  ['empty', /^\s*$/u],
  ['json-instead', /^\s*[{[](?!REDACTED|\s*redacted)/u],
  ['redacted', /\[REDACTED\]|\*{3}|\[hidden\]/iu],
  ['quoted', /^\s*["'`]/u],
  ['encoded', /^\s*force%3A|^force:\/\/[^@]*%40/iu],
  ['scheme-missing', /^(?!force:\/\/)/u],
  ['line-break', /^force:\/\/[^@]*\s/u],
  ['host-missing', /^[^@]*$|@\s*$/u],
  ['parts-missing', /^force:\/\/[^:@]*(?::[^:@]*)?@/u],
  ['access-token-instead', /^force:\/\/[^@]*:00D\w{12,15}!/u],
  ['token-missing', /^force:\/\/[^:@]*:[^:@]*:@/u],
];

const problemOf = (url: string): AuthUrlProblem => marks.find(([, mark]) => mark.test(url))?.[0] ?? 'characters';

const secrets: ReadonlySet<string | undefined> = new Set(['refresh-token', 'access-token', 'consumer-secret']);

const read = (url: string, path: string): AuthUrlFile => {
  const { clientId = '', token = '', host = '' } = taken.exec(url)?.groups ?? {};
  // With a second @ a part of the token would be taken for the host, and shown.
  if (clientId === '' || url.split('@').length > 2) return { state: 'unusable', path, problem: problemOf(url) };
  // The CLI takes it, and then looks for a host of the name "https".
  if (/^https?:/iu.test(host)) return { state: 'unusable', path, problem: 'host-with-scheme' };
  if (secrets.has(shapeOf(clientId)) || secrets.has(shapeOf(host)) || shapeOf(token) === 'consumer-key')
    return { state: 'unusable', path, problem: 'parts-swapped' };
  return { state: 'usable', path, clientId, loginUrl: `https://${host}` };
};

/** What may be told of a file with an SFDX auth URL: never the secret and the token. A bad file is evidence, so this never throws. */
export const readAuthUrlFile = async (path: string): Promise<AuthUrlFile> => {
  const file = await readSmallFile(path);
  if (!('text' in file))
    return { state: 'unusable', path, problem: file.problem === 'too-large' ? 'unreadable' : file.problem };
  // Only a name that ends so makes the CLI read JSON.
  const found = path.endsWith('.json') ? urlInJson(file.text) : { url: file.text };
  return 'problem' in found ? { state: 'unusable', path, problem: found.problem } : read(found.url, path);
};
