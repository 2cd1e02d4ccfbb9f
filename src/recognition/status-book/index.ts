import type { Pointer } from '../../model/index.ts';
import { books } from '../books.ts';
import { once } from '../reading/once.ts';
import type { StatusRow } from './row.ts';

/** What the status book makes of a status; nothing where it does not know it. */
export type StatusReading = Pointer & { readonly recognised: boolean; readonly success: boolean };

const key = (status: string): string =>
  status
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .replace(/^failed\s?:\s?/u, '');

const rows = once((): readonly StatusRow[] => [...books().history, ...books().eventLog]);

const byKey = once(
  () =>
    new Map<string, StatusRow>(
      rows()
        .flatMap((row) =>
          [row.value, row.code, ...(row.variants ?? [])].flatMap((name) =>
            name === undefined ? [] : [[key(name), row] as const],
          ),
        )
        // The first row that has a label keeps it: a row of Login History goes before a code of the event log.
        .toReversed(),
    ),
);

const prefixes = once(() =>
  rows().flatMap((row) => (row.prefix === true && row.value !== undefined ? [[key(row.value), row] as const] : [])),
);

const find = (status: string): StatusRow | undefined => {
  const wanted = key(status);
  return byKey().get(wanted) ?? prefixes().find(([prefix]) => wanted.startsWith(prefix))?.[1];
};

/**
 * A value of LoginHistory.Status, or a LOGIN_STATUS code of the event log. Compared trimmed, in any case, with and without
 * "Failed: ". An unknown one is not recognised and points nowhere; it counts as a failure.
 */
export const readStatus = (status: string): StatusReading => {
  const row = find(status);
  return {
    recognised: row !== undefined,
    success: row?.code === 'LOGIN_NO_ERROR',
    ...(row?.decides === undefined ? {} : { decides: row.decides }),
    suspects: row?.suspects ?? [],
  };
};

/** Whether two wordings are one status: a text of Login History and the code of the event log that means the same. */
export const isSameStatus = (one: string, other: string): boolean => {
  const row = find(one);
  return key(one) === key(other) || (row !== undefined && row === find(other));
};

type StatusText = {
  readonly status: string;
  readonly of: 'login-history' | 'event-log';
  readonly match: 'exact' | 'prefix';
  readonly evidence: StatusRow['evidence'];
};

const textsOf = ({ value, variants = [], code, prefix, evidence }: StatusRow): readonly StatusText[] => [
  ...[...(value === undefined ? [] : [value]), ...variants].map((status) => ({
    status,
    of: 'login-history' as const,
    match: prefix === true && status === value ? ('prefix' as const) : ('exact' as const),
    evidence,
  })),
  ...(code === undefined ? [] : [{ status: code, of: 'event-log' as const, match: 'exact' as const, evidence }]),
];

/** Every text and every code of the book, each once: what two rows have in common means what the first one says. */
export const listStatusTexts = (): readonly StatusText[] =>
  [
    ...new Map(
      rows()
        .flatMap(textsOf)
        .toReversed()
        .map((text) => [key(text.status), text] as const),
    ).values(),
  ].toReversed();
