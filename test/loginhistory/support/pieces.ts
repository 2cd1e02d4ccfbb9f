import fc from 'fast-check';
import { inTime, type Piece } from '../../../src/loginhistory/piece.ts';
import { readStatus } from '../../../src/recognition/status-book/index.ts';

export const hour = 3_600_000;
export const minute = 60_000;
export const day = 24 * hour;

/** A Monday, at midnight UTC. */
export const monday = Date.parse('2026-11-16T00:00:00Z');

export const at = (iso: string): number => Date.parse(iso);

/** One row. */
export const row = (time: number, given: Partial<Piece> = {}): Piece => {
  const status = given.status ?? 'User Is Frozen';
  return {
    user: 'sync@acme.com',
    application: 'Marketing Sync',
    sourceIp: '203.0.113.7',
    loginType: 'Remote Access 2.0',
    hour: Math.floor(time / hour) * hour,
    span: hour,
    count: 1,
    first: time,
    last: time,
    ...given,
    status,
    success: readStatus(status).success,
  };
};

/** `count` rows, `step` ms apart. */
export const rows = (count: number, from: number, step: number, given: Partial<Piece> = {}): Piece[] =>
  Array.from({ length: count }, (_none, index) => row(from + index * step, given));

/** Rows of one hour, counted: only the first and the last time are known. */
export const counted = (count: number, first: number, last: number, given: Partial<Piece> = {}): Piece =>
  row(first, { ...given, count, first, last });

const pick = (...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);

const keys = {
  status: pick(
    'User Is Frozen',
    'Invalid Password',
    'Restricted IP',
    'Failed: IP Address Not Allowed',
    'Never seen',
    'Success',
  ),
  user: fc.option(pick('a@acme.com', 'b@acme.com', 'c@acme.com'), { nil: undefined }),
  application: fc.option(pick('Sync', 'ETL'), { nil: undefined }),
  sourceIp: fc.option(pick('203.0.113.7', '2001:db8::7'), { nil: undefined }),
  loginType: pick('Remote Access 2.0', 'Application'),
  loginSubType: fc.option(pick('OauthRefreshToken'), { nil: undefined }),
};

const withoutUndefined = (data: object): Piece =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Piece;

/** Single rows of two days, many of them close together. */
export const anyRow: fc.Arbitrary<Piece> = fc
  .record({
    ...keys,
    time: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 172_799 })),
  })
  .map(({ time, ...given }) => {
    const piece = row(monday + time * 1000);
    const { status } = given;
    return withoutUndefined({ ...piece, ...given, success: readStatus(status).success });
  });

const keyOf = (piece: Piece): string =>
  JSON.stringify([
    piece.hour,
    piece.status,
    piece.user,
    piece.application,
    piece.sourceIp,
    piece.loginType,
    piece.loginSubType,
  ]);

/** The same rows as an org counts them: by hour and by every value. */
export const countByHour = (all: readonly Piece[]): Piece[] =>
  [...Map.groupBy(all, keyOf).values()].map((group) => ({
    ...group[0]!,
    count: group.length,
    first: Math.min(...group.map(({ first }) => first)),
    last: Math.max(...group.map(({ last }) => last)),
  }));

export const failing = (all: readonly Piece[]): Piece[] => all.filter(({ success }) => !success);

/** The same in another order, drawn with the rows. */
export const rowsInTwoOrders: fc.Arbitrary<readonly [Piece[], Piece[]]> = fc
  .array(anyRow, { maxLength: 80 })
  .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));

export const sorted = (all: readonly Piece[]): Piece[] => all.toSorted(inTime);
