import type { CauseId, Channel, Flow, Pointer, Refusal } from '../model/index.ts';
import { entryOfCode } from './book.ts';
import { isOwnWording } from './foreign.ts';
import { isForeignManner } from './manner.ts';
import { notesOf, readClients } from './notes.ts';
import { ownersOf } from './owners.ts';
import { readHints, readOwners, readSigns } from './marks.ts';
import { hintsFor, pointerFor, pointerForUnknown } from './pointers.ts';
import { readLetters } from './reading/letters.ts';
import { lineCounter, pieceAround } from './reading/lines.ts';
import { once } from './reading/once.ts';
import { nearestOne } from './reading/mark.ts';
import { furthestOf, reachOf } from './jwt-list.ts';
import { withoutSecrets } from './secrets.ts';
import type { Statement } from './statement.ts';
import { understand } from './understand.ts';
import { readOtherHosts, readOtherRequests } from './wrappers/endpoints.ts';
import { readHosts } from './wrappers/hosts.ts';
import { rolesOf } from './roles.ts';
import { writtenAt } from './runs.ts';
import { readStatuses } from './wrappers/http-status.ts';
import { firstSaid } from './wrappers/page-text.ts';
import { outside, readIdleLines } from './wrappers/unsaid.ts';

export type Circumstances = {
  /** The flow, where the person named it; else the text may show it. */
  readonly flow?: Flow;
};

/** A code that no other system sends. */
const isOwnCode = (code: string): boolean => {
  const entry = entryOfCode(code);
  return entry !== undefined && entry.shared !== true;
};

const isUnknownWording = ({ entry }: Statement): boolean => entry === undefined || entry.vague === true;

/** The code with which each wording stands somewhere in the text: where it stands without, the same is meant. */
const codesOf = (statements: readonly Statement[]): ReadonlyMap<string, string> => {
  const codes = new Map<string, string>();
  for (const { entry, code, provider, list } of statements) {
    if (entry === undefined || code === undefined || provider !== undefined || list !== undefined) continue;
    if (!codes.has(entry.id)) codes.set(entry.id, code);
  }
  return codes;
};

const keyOf = (statement: Statement, codes: ReadonlyMap<string, string>): string => {
  const { entry, provider, list, audience, host } = statement;
  const code = statement.code ?? (list === undefined && entry !== undefined ? codes.get(entry.id) : undefined);
  return JSON.stringify([
    entry?.id,
    provider,
    code?.toLowerCase(),
    isUnknownWording(statement) ? statement.description?.toLowerCase() : undefined,
    list === undefined || host === undefined ? undefined : hostOf(host),
    audience,
  ]);
};

/** The same refusal, wherever it stands: where first and last, how often, and where it says most. */
type Group = {
  readonly first: Statement;
  readonly best: Statement;
  readonly last: Statement;
  readonly count: number;
};

const partsOf = ({ code, description, family }: Statement): number =>
  [code, description, family].filter((part) => part !== undefined).length;

const grouped = (statements: readonly Statement[]): Group[] => {
  const codes = codesOf(statements);
  const groups = new Map<string, Group>();
  for (const one of statements) {
    const key = keyOf(one, codes);
    const group = groups.get(key);
    groups.set(
      key,
      group === undefined
        ? { first: one, best: one, last: one, count: 1 }
        : {
            first: group.first,
            best: partsOf(one) > partsOf(group.best) ? one : group.best,
            last: one,
            count: group.count + 1,
          },
    );
  }
  return [...groups.values()];
};

const hostOf = (url: string): string => url.replace(/^https?:\/\//iu, '').replace(/\/.*$/su, '');

const around = 300;

/** Nothing but markup before the first words. */
const beginsPage = /^(?:\s|<[^<>]*>)*$/u;

const channels = { oauth: 'token-endpoint', rest: 'rest', soap: 'soap', fault: 'soap' } as const;

const channelOf = (statement: Statement): Channel => {
  if (statement.provider !== undefined) return 'other-provider';
  return statement.entry?.channel ?? (statement.family === undefined ? 'unknown' : channels[statement.family]);
};

const foreign: Pointer = { decides: 'not-salesforce', suspects: [] };
const nothing: Pointer = { suspects: [] };
const notOurs: readonly CauseId[] = ['not-salesforce'];

/** What it says; of a page that was known by its markup, what it first says to its reader. */
const descriptionOf = (source: string, statement: Statement): string | undefined => {
  const { description, entry, code, end } = statement;
  const isPage = description === undefined && code === undefined && entry?.channel === 'html';
  const said = isPage ? firstSaid(source, end) : description;
  return said === undefined ? undefined : withoutSecrets(said);
};

const someOf = <T>(all: readonly T[]): readonly T[] | undefined => (all.length === 0 ? undefined : all);

const decidedOf = ({ decides }: Pointer): readonly CauseId[] => (decides === undefined ? [] : [decides]);

/** Words of Salesforce's that others send too, in a style of others: nothing is decided. */
const reworded = (pointed: Pointer): Pointer => {
  const [first, ...others] = [...decidedOf(pointed), ...pointed.suspects];
  return { suspects: [...new Set([...(first === undefined ? [] : [first]), ...notOurs, ...others])] };
};

const optional = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>;

/**
 * Text of any kind to the refusals in it, in order of appearance, the same one counted once. Pure and linear; never throws.
 * Text that nothing recognises still gives one refusal, without a phrase and without pointers. Blank text gives none.
 */
export const recognizeRefusals = (given: string, { flow }: Circumstances = {}): readonly Refusal[] => {
  const text = given.replaceAll('\0', '');
  const letters = readLetters(text);
  const signs = readSigns(letters);
  const owners = ownersOf(text, readOwners(letters, signs));
  const idle = readIdleLines(text);
  const statuses = outside(idle, readStatuses(text));
  const hints = once(() => readHints(letters));
  const clients = once(() => readClients(letters));
  const hosts = once(() => readHosts(text));
  const statements = understand(letters, { statuses, owners, signs, idle });
  const surroundings = {
    source: text,
    owners,
    isOurs: once(() => owners.marks.some(({ value }) => value === undefined) || statements.some(isOwnWording)),
    others: once(() => readOtherHosts(text)),
    requests: once(() => readOtherRequests(text)),
  };
  const lists = furthestOf(statements);
  const lineAt = lineCounter(text);

  const isSalesforces = ({ start, end, entry, code }: Statement): boolean => {
    if (code !== undefined && isOwnCode(code)) return true;
    const owner = owners.near(start, end);
    return owner === undefined
      ? entry?.channel === 'html' && beginsPage.test(text.slice(0, start))
      : owner.value === undefined;
  };
  const pointer = (statement: Statement): Pointer => {
    if (statement.provider !== undefined) return foreign;
    const manner = isForeignManner(statement, surroundings);
    if (statement.entry === undefined) return manner ? { suspects: notOurs } : pointerForUnknown(statement);
    if (statement.list !== undefined && reachOf(statement) < (lists.get(statement.list) ?? 0)) return nothing;
    const told = pointerFor(statement, statement.entry, hintsFor(statement, hints(), flow));
    const pointed = statement.entry.anybodys === true && !isSalesforces(statement) ? { suspects: told.suspects } : told;
    if (manner) return { suspects: [...new Set([...notOurs, ...decidedOf(pointed), ...pointed.suspects])] };
    return statement.manner === 'reworded' ? reworded(pointed) : pointed;
  };
  const hostFor = (statement: Statement): string | undefined => {
    if (statement.host !== undefined) return hostOf(statement.host);
    if (statement.list !== undefined || statement.provider !== undefined) return undefined;
    return nearestOne(hosts(), statement.start, statement.end, around)?.value;
  };

  const groups = grouped(statements);
  const lastSaid = new Map(groups.map(({ best, last }) => [best, last.start]));
  const roles = rolesOf(
    groups.map(({ best }) => best),
    owners,
    (one) => writtenAt(text, lastSaid.get(one) ?? one.start),
  );

  return groups.map(({ first, best, count }) => ({
    channel: channelOf(best),
    origin: 'text',
    ...optional('code', best.code),
    ...optional('description', descriptionOf(text, best)),
    ...optional('status', nearestOne(statuses, best.start, best.end, around)?.value),
    text: withoutSecrets(pieceAround(text, best.start, best.end)),
    line: lineAt(first.start),
    count,
    ...optional('host', hostFor(best)),
    ...optional('audience', best.audience),
    ...optional('phrase', best.provider === undefined ? best.entry?.id : undefined),
    ...optional('provider', best.provider),
    ...optional('role', roles.get(best)),
    ...optional('notes', someOf(notesOf(best, clients, hintsFor(best, hints(), flow)))),
    ...(roles.has(best) ? nothing : pointer(best)),
  }));
};
