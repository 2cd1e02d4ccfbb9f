import type { CauseId, Channel, Flow, Pointer, Refusal } from '../model/index.ts';
import { isForeignManner } from './foreign.ts';
import { readHints, readOwners } from './marks.ts';
import { hintsFor, pointerOf } from './pointers.ts';
import { readLetters } from './reading/letters.ts';
import { lineCounter, pieceAround } from './reading/lines.ts';
import { nearestOne } from './reading/mark.ts';
import { furthestOf, reachOf } from './jwt-list.ts';
import { withoutSecrets } from './secrets.ts';
import type { Statement } from './statement.ts';
import { understand } from './understand.ts';
import { readHosts } from './wrappers/hosts.ts';
import { readStatuses } from './wrappers/http-status.ts';

export type Circumstances = {
  /** The flow, where the person named it; else the text may show it. */
  readonly flow?: Flow;
};

const keyOf = (statement: Statement): string =>
  JSON.stringify([
    statement.entry?.id,
    statement.provider,
    statement.code?.toLowerCase(),
    statement.entry === undefined || statement.entry.vague === true ? statement.description?.toLowerCase() : undefined,
    statement.list === undefined || statement.host === undefined ? undefined : hostOf(statement.host),
    statement.audience,
  ]);

type Counted = Omit<Refusal, 'count'> & { count: number };

const hostOf = (url: string): string => url.replace(/^https?:\/\//iu, '').replace(/\/.*$/su, '');

const around = 300;

const channels = { oauth: 'token-endpoint', rest: 'rest', soap: 'soap', fault: 'soap' } as const;

const channelOf = (statement: Statement): Channel => {
  if (statement.provider !== undefined) return 'other-provider';
  return statement.entry?.channel ?? (statement.family === undefined ? 'unknown' : channels[statement.family]);
};

const foreign: Pointer = { decides: 'not-salesforce', suspects: [] };
const nothing: Pointer = { suspects: [] };
const notOurs: readonly CauseId[] = ['not-salesforce'];

const decidedOf = ({ decides }: Pointer): readonly CauseId[] => (decides === undefined ? [] : [decides]);

const optional = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>;

/**
 * Text of any kind to the refusals in it, in order of appearance, the same one counted once. Pure and linear; never throws.
 * Text that nothing recognises still gives one refusal, without a phrase and without pointers. Blank text gives none.
 */
export const recognizeRefusals = (text: string, { flow }: Circumstances = {}): readonly Refusal[] => {
  const letters = readLetters(text);
  const owners = readOwners(letters);
  const hints = readHints(letters);
  const statuses = readStatuses(text);
  const hosts = readHosts(text);
  const statements = understand(letters, statuses, owners);
  const lists = furthestOf(statements);
  const lineAt = lineCounter(text);

  const pointer = (statement: Statement): Pointer => {
    if (statement.provider !== undefined) return foreign;
    const manner = isForeignManner(statement, owners);
    if (statement.entry === undefined) return manner ? { suspects: notOurs } : nothing;
    if (statement.list !== undefined && reachOf(statement) < (lists.get(statement.list) ?? 0)) return nothing;
    const pointed = pointerOf(statement.entry, hintsFor(statement, hints, flow));
    return manner ? { suspects: [...new Set([...notOurs, ...decidedOf(pointed), ...pointed.suspects])] } : pointed;
  };
  const hostFor = (statement: Statement): string | undefined => {
    if (statement.host !== undefined) return hostOf(statement.host);
    if (statement.list !== undefined || statement.provider !== undefined) return undefined;
    return nearestOne(hosts, statement.start, statement.end, around)?.value;
  };

  const found = new Map<string, Counted>();
  for (const statement of statements) {
    const key = keyOf(statement);
    const before = found.get(key);
    if (before !== undefined) before.count += 1;
    else {
      const line = lineAt(statement.start);
      found.set(key, {
        channel: channelOf(statement),
        origin: 'text',
        ...optional('code', statement.code),
        ...optional(
          'description',
          statement.description === undefined ? undefined : withoutSecrets(statement.description),
        ),
        ...optional('status', nearestOne(statuses, statement.start, statement.end, around)?.value),
        text: withoutSecrets(pieceAround(text, statement.start, statement.end)),
        line,
        count: 1,
        ...optional('host', hostFor(statement)),
        ...optional('audience', statement.audience),
        ...optional('phrase', statement.provider === undefined ? statement.entry?.id : undefined),
        ...optional('provider', statement.provider),
        ...pointer(statement),
      });
    }
  }
  return [...found.values()];
};
