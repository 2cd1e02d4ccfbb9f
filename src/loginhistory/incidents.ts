import { defined } from '../model/index.ts';
import type { IncidentCount } from '../model/index.ts';
import { isSameStatus } from '../recognition/status-book/index.ts';
import { inTime, rowsOf, type Piece } from './piece.ts';

/**
 * The CLI's JWT login tries up to eleven hosts, one after the other, within seconds; each try can leave a row.
 * Source: oauth notes, section 2.
 */
export const mostRows = 11;
export const attemptMs = 30_000;

/** Failing rows of one login attempt, or of attempts that cannot be told apart. Times: epoch ms, UTC. */
export type Incident = {
  readonly user?: string;
  readonly application?: string;
  readonly sourceIp?: string;
  readonly first: number;
  readonly last: number;
  readonly rows: number;
  /** How many attempts it is at least, and whether it is just as many. */
  readonly attempts: IncidentCount;
  readonly statuses: readonly string[];
};

/**
 * Only a login by JWT goes from host to host, no subtype of it is known, and it sends no password: rows of any other kind are an
 * attempt each.
 */
const canBeMany = ({ loginType = 'Remote Access 2.0', loginSubType, status }: Piece): boolean =>
  loginType === 'Remote Access 2.0' && loginSubType === undefined && !isSameStatus(status, 'Invalid Password');

const keyOf = ({ user = '', application = '', sourceIp = '' }: Piece): string => `${user}\n${application}\n${sourceIp}`;

/** A piece in which rows of several attempts may lie. */
const isWide = ({ count, first, last }: Piece): boolean => count > mostRows || last - first > attemptMs;

type Cluster = { readonly pieces: Piece[]; readonly first: number; last: number; rows: number; wide: boolean };

/**
 * Whether a piece belongs to the cluster before it. Rows one by one, and pieces that fit, are told apart exactly; of a piece that fits
 * only in part nobody knows which rows are of which attempt, so both become wide.
 */
const joins = (open: Cluster, piece: Piece): 'fits' | 'widens' | 'no' => {
  if (open.wide || isWide(piece)) return piece.first - open.last <= attemptMs ? 'widens' : 'no';
  const fits = open.rows + piece.count <= mostRows && Math.max(open.last, piece.last) - open.first <= attemptMs;
  if (fits) return 'fits';
  return piece.count > 1 && piece.first - open.first <= attemptMs ? 'widens' : 'no';
};

/** Pieces of one user, app and address, oldest first, as clusters. */
const clustersOf = (pieces: readonly Piece[]): readonly Cluster[] => {
  const clusters: Cluster[] = [];
  for (const piece of pieces) {
    const open = clusters.at(-1);
    const how = open === undefined ? 'no' : joins(open, piece);
    if (open === undefined || how === 'no') {
      const { first, last, count: rows } = piece;
      clusters.push({ pieces: [piece], first, last, rows, wide: isWide(piece) });
    } else {
      open.pieces.push(piece);
      open.last = Math.max(open.last, piece.last);
      open.rows += piece.count;
      open.wide ||= how === 'widens';
    }
  }
  return clusters;
};

/** Rows that fit one attempt can be of several all the same: a client that tries again within seconds leaves the same rows. */
const attemptsIn = ({ first, last, rows, wide }: Omit<Cluster, 'pieces'>): IncidentCount => {
  const apart = wide && rows > 1 && last - first > attemptMs ? 2 : 1;
  return { atLeast: Math.max(apart, Math.ceil(rows / mostRows)), exact: rows === 1 };
};

const statusesIn = (pieces: readonly Piece[]): readonly string[] =>
  [...new Set(pieces.map(({ status }) => status))].toSorted();

const incidentOf = (cluster: Cluster, attempts: IncidentCount): readonly Incident[] => {
  const { pieces, first, last, rows } = cluster;
  const [one] = pieces;
  if (one === undefined) return [];
  const { user, application, sourceIp } = one;
  return [
    {
      ...defined({ user, application, sourceIp }),
      first,
      last,
      rows,
      attempts,
      statuses: statusesIn(pieces),
    },
  ];
};

type Sorted = { readonly jwt: readonly Cluster[]; readonly other: readonly Piece[] };

/** What can be of a login by JWT, put together; and what is an attempt a row. */
const sortOut = (pieces: Iterable<Piece>): Sorted => {
  const { jwt = [], other = [] } = Object.groupBy(pieces, (piece) => (canBeMany(piece) ? 'jwt' : 'other'));
  return { jwt: [...Map.groupBy(jwt, keyOf).values()].flatMap((mine) => clustersOf(mine.toSorted(inTime))), other };
};

const order = (a: Incident, b: Incident): number =>
  a.first - b.first || a.last - b.last || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/**
 * Failing rows as incidents: rows of the same user, app and address within half a minute, eleven at most, are one login attempt
 * where they can be of a login by JWT. No row is lost, and none is in two incidents. Oldest first.
 */
export const incidentsOf = (pieces: Iterable<Piece>): readonly Incident[] => {
  const { jwt, other } = sortOut(pieces);
  return [
    ...jwt.flatMap((cluster) => incidentOf(cluster, attemptsIn(cluster))),
    ...other.flatMap((piece) => {
      const { first, last, count: rows } = piece;
      return incidentOf({ pieces: [piece], first, last, rows, wide: false }, { atLeast: rows, exact: true });
    }),
  ].toSorted(order);
};

/** How many attempts the incidents of these rows are, without making them. */
export const attemptsOf = (pieces: Iterable<Piece>): IncidentCount => {
  const { jwt, other } = sortOut(pieces);
  let atLeast = rowsOf(other);
  let exact = true;
  for (const cluster of jwt) {
    const attempts = attemptsIn(cluster);
    atLeast += attempts.atLeast;
    exact &&= attempts.exact;
  }
  return { atLeast, exact };
};
