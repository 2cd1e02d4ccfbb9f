import { denied, known, unknown, type Denied, type Fact, type Source, type Unknown } from '../model/index.ts';
import type { OrgRefusal } from './org-wire.ts';
import { isUnsure, missingRight, permissionLabels, type Needs, type Rights } from './org/permissions.ts';

/** What a refusal comes down to. */
export type No = 'no-session' | 'no-permission' | 'not-there' | 'refused' | 'unreachable' | 'timed-out';

/** The session itself is refused, whatever it asks. Source: REST refusals 14 to 19 of the limits sheet, and expired passwords. */
const sessionCodes = new Set([
  'INVALID_SESSION_ID',
  'INVALID_AUTH_HEADER',
  'MUTUAL_AUTHENTICATION_FAILED',
  'API_DISABLED_FOR_ORG',
  'API_CURRENTLY_DISABLED',
  'INVALID_OPERATION_WITH_EXPIRED_PASSWORD',
  'ORG_LOCKED',
]);

const lateCodes = new Set(['QUERY_TIMEOUT', 'REQUEST_RUNNING_TOO_LONG']);

/** Says nothing of the thing asked for: the same question may be answered later. */
const busyCodes = new Set([
  'REQUEST_LIMIT_EXCEEDED',
  'SERVER_UNAVAILABLE',
  'FUNCTIONALITY_TEMPORARILY_UNAVAILABLE',
  'UNKNOWN_EXCEPTION',
  'INTERNAL_ERROR',
]);

/** The thing asked for is hidden, or not in this org, or not in this API version: the codes do not tell which. */
const absentCodes = new Set(['INVALID_TYPE', 'INVALID_FIELD', 'NOT_FOUND', 'FUNCTIONALITY_NOT_ENABLED']);

const isPermission = (code: string, status: number | undefined): boolean =>
  code.startsWith('INSUFFICIENT_ACCESS') || code.startsWith('TXN_SECURITY_') || code === 'FORBIDDEN' || status === 403;

export const whyNot = ({ trouble, code = '', status, envelope }: OrgRefusal): No => {
  if (trouble !== undefined) return trouble;
  if (sessionCodes.has(code)) return 'no-session';
  if (lateCodes.has(code)) return 'timed-out';
  if (busyCodes.has(code)) return 'unreachable';
  // What carried the question was refused: that says nothing of the thing asked for.
  if (envelope === true) return code === '' ? 'unreachable' : 'refused';
  if (absentCodes.has(code)) return 'not-there';
  if (isPermission(code, status)) return 'no-permission';
  return code === '' ? 'unreachable' : 'refused';
};

/** How much a session can see of one place. */
export type Look = {
  readonly source: Source;
  /** `unsure`: what the session may see is not known. */
  readonly sight: 'whole' | 'unsure' | 'partial';
  /** The right to name: the missing one, else the one by which the place is seen. */
  readonly permission: string;
  /** The place is in every org: where it seems not to be there, and nothing is known of the session, it is kept from it. */
  readonly always: boolean;
};

export type Place = {
  /** Object or metadata type. */
  readonly name: string;
  readonly needs: Needs;
  /** Default true. */
  readonly always?: boolean;
};

export const lookAt = (rights: Fact<Rights>, { name, needs, always = true }: Place): Look => {
  const source: Source = { place: 'org', name };
  const usual = needs[0] === undefined ? 'API Enabled' : permissionLabels[needs[0][0]];
  if (rights.state !== 'known' || isUnsure(rights.value, needs))
    return { source, sight: 'unsure', permission: usual, always };
  const missing = missingRight(rights.value, needs);
  return { source, sight: missing === undefined ? 'whole' : 'partial', permission: missing ?? usual, always };
};

/** What an empty answer means to this session; undefined = there is really nothing. */
export const blindTo = ({ sight, permission, source }: Look): Denied | Unknown | undefined => {
  if (sight === 'whole') return undefined;
  return sight === 'partial' ? denied(permission, source) : unknown('depends-on-unknown', undefined, source);
};

/** A list as this session sees it: of an empty one it may not see what is in it. */
export const listSeen = <T>(list: readonly T[], look: Look): Fact<readonly T[]> =>
  (list.length === 0 ? blindTo(look) : undefined) ?? known(list, look.source);

/** `No such column 'IsPkceRequired' on entity ...`: the place is there, and that column of it is not. */
const columnIn = ({ code, message }: OrgRefusal): string | undefined =>
  code === 'INVALID_FIELD' ? /No such column '([\w.]+)'/u.exec(message ?? '')?.[1] : undefined;

/** The thing that is not there, as exactly as the org tells it. */
const missing = (refusal: OrgRefusal, source: Source): Source => {
  const column = columnIn(refusal);
  return column === undefined ? source : { ...source, name: `${source.name ?? ''}.${column}` };
};

/**
 * What a refused answer means to this session. A session that sees everything is told of a thing that is not there as one is that may not
 * see it: the rights that it holds tell them apart.
 */
export const refused = (refusal: OrgRefusal, look: Look): Denied | Unknown => {
  const { permission, source, always, sight } = look;
  switch (whyNot(refusal)) {
    case 'timed-out':
      return unknown('timed-out', undefined, source);
    case 'refused':
      return unknown('refused', undefined, source);
    case 'unreachable':
    case 'no-session':
      return unknown('unreachable', undefined, source);
    case 'no-permission':
      return denied(extraVerification(refusal) ?? permission, source);
    case 'not-there':
      if (always && sight === 'unsure') return denied(permission, source);
      return blindTo(look) ?? unknown('not-in-this-org', undefined, missing(refusal, source));
  }
};

/** Setup areas can ask for a high-assurance session: no right cures that, a verified login does. */
const extraVerification = ({ message }: OrgRefusal): string | undefined =>
  message?.includes('Requires Extra Verification') === true ? 'High Assurance session' : undefined;
