import { expect } from 'chai';
import type { Check, Replay, Reply } from './replay.ts';
import type { WireRecord } from './record.ts';

type Swaps = ReadonlyArray<readonly [string, string]>;

const swapped = (text: string, swaps: Swaps): string =>
  swaps.reduce((all, [recorded, ours]) => all.replaceAll(recorded, ours), text);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

/** Paths of members of the record that the reply lacks, has empty, or has of another type. What the record has null may be anything. */
const missing = (
  record: unknown,
  reply: unknown,
  at: string,
  without: readonly string[],
  common: boolean,
): string[] => {
  if (record === null) return [];
  if (reply === null) return [`${at}: null instead of ${typeOf(record)}`];
  if (typeOf(record) !== typeOf(reply)) return [`${at}: ${typeOf(reply)} instead of ${typeOf(record)}`];
  if (Array.isArray(record) && Array.isArray(reply)) {
    if (record.length === 0) return [];
    if (reply.length === 0) return [`${at}: no rows`];
    return missing(record[0], reply[0], `${at}[0]`, without, common);
  }
  if (!isObject(record) || !isObject(reply)) return [];
  return Object.entries(record).flatMap(([name, value]) => {
    if (without.includes(name)) return [];
    if (!(name in reply)) return common ? [] : [`${at}.${name}`];
    return missing(value, reply[name], `${at}.${name}`, without, common);
  });
};

/** Paths of members of the reply that the record has not: of lists by their first item. */
const added = (record: unknown, reply: unknown, at: string): string[] => {
  if (Array.isArray(record) && Array.isArray(reply)) return added(record[0], reply[0], `${at}[0]`);
  if (!isObject(record) || !isObject(reply)) return [];
  return Object.entries(reply).flatMap(([name, value]) =>
    name in record ? added(record[name], value, `${at}.${name}`) : [`${at}.${name}`],
  );
};

/** What the reply tells beyond the record, where members alone are compared. */
export const extraMembers = ({ response: { body } }: WireRecord, reply: Reply, check: Check): readonly string[] =>
  check === 'members' || check === 'common' ? added(json(body ?? ''), JSON.parse(reply.text), '') : [];

const rowsOf = (text: string): unknown[] => {
  const json = JSON.parse(text) as unknown[] | { records: unknown[] };
  return Array.isArray(json) ? json : json.records;
};

/** Errors as [code, last line of the message]. */
const lastLine = (text: string): unknown => {
  const [{ errorCode, message }] = JSON.parse(text) as [{ errorCode: string; message: string }];
  return [errorCode, message.split('\n').at(-1)];
};

const flatXml = (text: string): string =>
  text
    .replace(/^<\?xml[^>]*>/, '')
    .replaceAll(/\s+(?=<|>|xmlns)/g, '')
    .replaceAll(/>\s+/g, '>')
    .replaceAll(/\s*xmlns(:\w+)?="[^"]*"/g, '')
    .trim();

const elementNames = (xml: string): Set<string> =>
  new Set([...xml.matchAll(/<([a-z]\w*)[\s/>]/gi)].map(([, name = '']) => name));

/** The members of the body; a recorded placeholder such as `<timestamp>` outside quotes stands for any value. */
const json = (text: string): unknown =>
  JSON.parse(text.replaceAll(/: <\w+>/g, ': null').replace('"<id_token"', '"<id_token>"'));

type Checker = (record: string, reply: Reply, without: readonly string[]) => void;

const noneMissing =
  (common: boolean): Checker =>
  (record, reply, without) => {
    expect(missing(json(record), JSON.parse(reply.text), '', without, common)).to.deep.equal([]);
  };

const checkers: Record<Exclude<Check, 'location' | 'pieces'>, Checker> = {
  text: (record, { text }) => expect(text.trimEnd()).to.equal(record.trimEnd()),
  json: (record, { text }) => expect(JSON.parse(text)).to.deep.equal(json(record)),
  members: noneMissing(false),
  common: noneMissing(true),
  rows: (record, { text }) => expect(rowsOf(text)).to.deep.include.members(rowsOf(record)),
  piece: (record, { text }) => expect(text).to.include(record.trim()),
  xml: (record, { text }) => expect(flatXml(text)).to.equal(flatXml(record)),
  elements: (record, { text }, without) => {
    const names = elementNames(text);
    expect([...elementNames(record)].filter((name) => !names.has(name) && !without.includes(name))).to.deep.equal([]);
  },
  'last-line': (record, { text }) => expect(lastLine(text)).to.deep.equal(lastLine(record)),
};

/** Where every header was captured, the telling ones must be there or missing alike. */
const checkHeaders = ({ kind, response: { headers } }: WireRecord, reply: Reply): void => {
  const recorded = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  if (!recorded.has('date')) return;
  const telling = ['sforce-limit-info', 'www-authenticate'];
  const ofData = /^(rest|tooling)/.test(kind) ? ['x-content-type-options', 'x-robots-tag', 'vary'] : [];
  for (const name of [...telling, ...ofData]) {
    expect(reply.headers.has(name), name).to.equal(recorded.has(name));
  }
  if (recorded.has('content-type')) {
    const plain = (type: unknown): string => String(type).toLowerCase().replaceAll(' ', '');
    expect(plain(reply.headers.get('content-type'))).to.equal(plain(recorded.get('content-type')));
  }
};

/** Holds a reply against a record. Throws where they differ. */
export const compare = (
  record: WireRecord,
  reply: Reply,
  replay: Pick<Replay, 'check' | 'pieces' | 'without'>,
  swaps: Swaps,
): void => {
  const { status, body, headers } = record.response;
  if (status !== null) expect(reply.status, reply.text.slice(0, 300)).to.equal(status);
  checkHeaders(record, reply);
  const { check, pieces = [], without = [] } = replay;
  const recorded = swapped(body ?? '', swaps);
  if (check === 'location') {
    expect(reply.headers.get('location')).to.equal(swapped(String(headers.Location), swaps));
  } else if (check === 'pieces') {
    expect(pieces).to.not.deep.equal([]);
    for (const piece of pieces) {
      expect(recorded).to.include(piece);
      expect(reply.text).to.include(piece);
    }
  } else checkers[check](recorded, reply, without);
};
