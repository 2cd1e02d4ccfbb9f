import { defined } from '../../model/index.ts';
import type { PasswordPolicy, Storm, StormAhead } from '../../model/index.ts';
import { isSameStatus } from '../../recognition/status-book/index.ts';
import { busiestWindow } from '../alarms/busiest.ts';
import { countIn, sharesOf, type Counter } from '../groups/shares.ts';
import { inTime, loginOf, readingOf, rowsOf, type Piece } from '../piece.ts';
import { hourMs, minuteMs, period } from '../times.ts';
import { hourlyLimit } from './login-rate.ts';

/** From so many failures of one login in an hour on it is a storm: more than two attempts of the CLI with all their hosts. */
const stormRows = 24;

/** A pause of this length ends a storm. */
const pauseMs = 10 * minuteMs;

export type Around = {
  /** Undefined: the org did not tell. `maxLoginAttempts` undefined: no limit. */
  readonly policy: PasswordPolicy | undefined;
  readonly nameOf: (user: string) => string;
};

const isWrongPassword = ({ status }: Piece): boolean => isSameStatus(status, 'Invalid Password');
const isLocked = ({ status }: Piece): boolean => readingOf(status).decides === 'user-locked-out';

const touches = (pieces: readonly Piece[], from: number, to: number): boolean =>
  pieces.some(({ first, last }) => first < to && last >= from);

/** All of the window, and what follows it or went before it without a pause. */
const around = (pieces: readonly Piece[], from: number, to: number): readonly Piece[] => {
  const runs: Piece[][] = [];
  let end = -Infinity;
  for (const piece of pieces) {
    if (piece.first - end > pauseMs) runs.push([]);
    runs.at(-1)?.push(piece);
    end = Math.max(end, piece.last);
  }
  return runs.filter((run) => touches(run, from, to)).flat();
};

const lockout = (pieces: readonly Piece[], { policy }: Around): readonly StormAhead[] => {
  const wrongPasswords = rowsOf(pieces.filter(isWrongPassword));
  const limit = policy?.maxLoginAttempts;
  if (wrongPasswords === 0 || limit === undefined) return [];
  const state = pieces.some(isLocked) ? 'reached' : wrongPasswords >= limit ? 'enough' : 'ahead';
  const minutes = policy?.lockoutMinutes;
  return [{ kind: 'lockout', wrongPasswords, limit, state, ...defined({ minutes }) }];
};

const hourly = (rows: number, perMinute: number): StormAhead => {
  const perHour = Math.max(rows, Math.round(perMinute * 60));
  const state = rows >= hourlyLimit ? 'reached' : perHour >= hourlyLimit ? 'ahead' : 'below';
  return { kind: 'hourly-limit', perHour, limit: hourlyLimit, state };
};

const oneDecimal = (value: number): number => (value >= 10 ? Math.round(value) : Math.round(value * 10) / 10);

const stormIn = (pieces: readonly Piece[], known: Around): readonly Storm[] => {
  const sorted = pieces.toSorted(inTime);
  const busiest = busiestWindow(sorted, hourMs);
  if (busiest === undefined) return [];
  const inHour = sorted.filter(({ first, last }) => first >= busiest.from && last < busiest.to);
  const wrongPasswords = rowsOf(inHour.filter(isWrongPassword));
  const limit = known.policy?.maxLoginAttempts;
  if (busiest.rows < stormRows && (limit === undefined || wrongPasswords < limit)) return [];
  const lastInHour = Math.max(...inHour.map(({ last }) => last));
  const perMinute = busiest.rows / (Math.max(lastInHour - busiest.from, minuteMs) / minuteMs);
  const whole = around(sorted, busiest.from, busiest.to);
  const [one] = whole;
  if (one === undefined) return [];
  const addresses: Counter = new Map();
  const statuses: Counter = new Map();
  for (const { sourceIp, status, count } of whole) {
    countIn(addresses, sourceIp, count);
    countIn(statuses, status.trim(), count);
  }
  return [
    {
      ...(one.user === undefined ? {} : { user: known.nameOf(one.user) }),
      ...(one.application === undefined ? {} : { app: one.application }),
      addresses: sharesOf(addresses),
      statuses: sharesOf(statuses).top.map(({ value }) => value),
      window: period(one.first, Math.max(...whole.map(({ last }) => last))),
      rows: rowsOf(whole),
      perMinute: oneDecimal(perMinute),
      ahead: [...lockout(inHour, known), hourly(busiest.rows, perMinute)],
      lockoutUnknown: wrongPasswords > 0 && known.policy === undefined,
    },
  ];
};

/** Logins that fail again and again in a short time, the one with the most rows first. A login: one user by one app. */
export const findStorms = (failures: readonly Piece[], around: Around): readonly Storm[] =>
  [...Map.groupBy(failures, loginOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .filter(([, pieces]) => rowsOf(pieces) > 2)
    .flatMap(([, pieces]) => stormIn(pieces, around))
    .toSorted((a, b) => b.rows - a.rows);
