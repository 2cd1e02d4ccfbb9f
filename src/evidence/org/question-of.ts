import type { OrgRequest } from '../org-wire.ts';

/** What a request asks for, without what it asks about: no id, no name, no address stands in it. */
export type AskedWhat = {
  readonly api: 'data' | 'tooling' | 'metadata';
  /** Object or metadata type; of another resource its name. */
  readonly object: string;
  /** As they stand in the query; none where the resource has no columns to choose. */
  readonly columns: readonly string[];
};

const queryPath = /^(tooling\/)?query(?:All)?\?q=(.*)$/u;
const selected = /^SELECT (.+?) FROM (\w+)/u;

/** `limits`, `sobjects/User/005.../password`: the ids are left out. */
const resourceOf = (path: string): string =>
  (path.split('?')[0] ?? '')
    .split('/')
    .filter((step) => !/^\w{15}(?:\w{3})?$/u.test(step))
    .join('/');

export const questionOf = (request: OrgRequest): AskedWhat => {
  if (request.kind === 'read-metadata') return { api: 'metadata', object: request.type, columns: [] };
  if (request.kind === 'log-file') return { api: 'data', object: 'EventLogFile', columns: ['LogFile'] };
  const [, tooling, encoded] = queryPath.exec(request.path) ?? [];
  const api = tooling !== undefined || request.path.startsWith('tooling/') ? 'tooling' : 'data';
  const [, columns, object] = selected.exec(decodeURIComponent(encoded ?? '')) ?? [];
  if (columns === undefined || object === undefined) return { api, object: resourceOf(request.path), columns: [] };
  return { api, object, columns: columns.split(', ') };
};
