import ipaddr from 'ipaddr.js';
import type { FailureFilters } from '../model/index.ts';
import { isSameStatus } from '../recognition/status-book/index.ts';
import type { Dimension } from './reading/index.ts';
import type { Piece } from './piece.ts';

const plain = (text: string): string => text.trim().toLowerCase();

const oneOf = (given: readonly string[]): ((text: string | undefined) => boolean) => {
  const wanted = new Set(given.map(plain));
  return (text) => wanted.size === 0 || (text !== undefined && wanted.has(plain(text)));
};

const inRange = (address: string, range: string): boolean => {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  const [base = '', bits] = range.split('/');
  if (!ipaddr.isValid(base)) return false;
  const start = ipaddr.process(base);
  if (start.kind() !== ip.kind()) return false;
  return bits === undefined ? start.toString() === ip.toString() : ip.match(start, Number(bits));
};

const byStatus = (given: readonly string[]): ((status: string) => boolean) => {
  const seen = new Map<string, boolean>();
  return (status) => {
    const known = seen.get(status) ?? (given.length === 0 || given.some((one) => isSameStatus(one, status)));
    seen.set(status, known);
    return known;
  };
};

const byAddress = (given: readonly string[]): ((address: string | undefined) => boolean) => {
  const seen = new Map<string, boolean>();
  return (address) => {
    if (given.length === 0) return true;
    if (address === undefined) return false;
    const known = seen.get(address) ?? given.some((range) => inRange(address, range));
    seen.set(address, known);
    return known;
  };
};

/** Successes are counted without a status. */
type Filtered = Pick<Piece, 'user' | 'application' | 'sourceIp' | 'loginType'> &
  Partial<Pick<Piece, 'status' | 'success'>>;

/** Which rows are asked for. `--status` narrows the failures only: successes have no other. */
export const filterBy = (
  { usernames, apps, sourceIps, loginTypes, statuses }: FailureFilters,
  nameOf: (user: string) => string,
): ((row: Filtered) => boolean) => {
  const isUser = oneOf(usernames);
  const isApp = oneOf(apps);
  const isAddress = byAddress(sourceIps);
  const isType = oneOf(loginTypes);
  const isStatus = byStatus(statuses);
  return ({ user, application, sourceIp, loginType, status, success = false }) =>
    (isUser(user === undefined ? undefined : nameOf(user)) || (user !== undefined && isUser(user))) &&
    isApp(application) &&
    isAddress(sourceIp) &&
    isType(loginType) &&
    (success || status === undefined || isStatus(status));
};

/** The dimensions by which something is filtered: their values must be told. */
export const filteredBy = ({
  usernames,
  apps,
  sourceIps,
  loginTypes,
  statuses,
}: FailureFilters): readonly Dimension[] =>
  (
    [
      ['user', usernames],
      ['application', apps],
      ['sourceIp', sourceIps],
      ['loginType', loginTypes],
      ['status', statuses],
    ] as const
  ).flatMap(([dimension, values]) => (values.length === 0 ? [] : [dimension]));
