import type { OrgRequest } from '../org-wire.ts';

/** A text as SOQL literal. */
export const quoted = (text: string): string =>
  `'${text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll("'", String.raw`\'`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)}'`;

/** As SOQL literal of a pattern, in which `%` and `_` stand for themselves. */
const inPattern = (text: string): string =>
  quoted(text)
    .slice(1, -1)
    .replaceAll(/[%_]/gu, (sign) => `\\${sign}`);

export const startsWith = (text: string): string => `'${inPattern(text)}%'`;

export const endsWith = (text: string): string => `'%${inPattern(text)}'`;

export const query = (soql: string): OrgRequest => ({ kind: 'get', path: `query?q=${encodeURIComponent(soql)}` });

export const toolingQuery = (soql: string): OrgRequest => ({
  kind: 'get',
  path: `tooling/query?q=${encodeURIComponent(soql)}`,
});

export const readMetadata = (type: string, fullNames: readonly string[]): OrgRequest => ({
  kind: 'read-metadata',
  type,
  fullNames,
});

/** The query in a request, and the API that it goes to; undefined: it asks for something else. */
export const queryIn = (
  request: OrgRequest,
): { readonly api: 'data' | 'tooling'; readonly soql: string } | undefined => {
  if (request.kind !== 'get') return undefined;
  const [, tooling, encoded] = /^(tooling\/)?query\?q=(.*)$/u.exec(request.path) ?? [];
  return encoded === undefined
    ? undefined
    : { api: tooling === undefined ? 'data' : 'tooling', soql: decodeURIComponent(encoded) };
};
