import { defined } from './defined.ts';
/** Where a fact comes from: the place that was asked, and the thing there that answered. Plain data, no secret. */
export type Source = {
  readonly place:
    'asked' | 'error-text' | 'clock' | 'key-file' | 'stored-login' | 'auth-url' | 'environment' | 'login-host' | 'org';
  /** What was read there: a flag, a file, a host, an object, a metadata type. */
  readonly name?: string;
};

export type Known<T> = { readonly state: 'known'; readonly value: T; readonly source: Source };

/** The org said no: with this permission the session could have seen it. */
export type Denied = { readonly state: 'denied'; readonly permission: string; readonly source: Source };

/**
 * `unreachable`: nothing of Salesforce answered; `refused`: it did, and not with what was asked for; `not-in-this-org`: a session that sees
 * everything is told that there is no such thing; `not-recorded`: nothing that was kept is of that time; `too-large`: it is more than is read.
 */
export type UnknownReason =
  | 'not-asked'
  | 'depends-on-unknown'
  | 'unreachable'
  | 'timed-out'
  | 'refused'
  | 'not-in-this-org'
  | 'not-recorded'
  | 'too-large';

export type Unknown = {
  readonly state: 'unknown';
  readonly reason: UnknownReason;
  /** What would cure it: a flag of ours, such as `--target-org`. */
  readonly cure?: string;
  readonly source?: Source;
};

/** One answer to one question. Absence is knowledge: `known(undefined)` means that we looked and there is none. */
export type Fact<T> = Known<T> | Denied | Unknown;

export const known = <T>(value: T, source: Source): Known<T> => ({ state: 'known', value, source });

export const denied = (permission: string, source: Source): Denied => ({ state: 'denied', permission, source });

export const unknown = (reason: UnknownReason, cure?: string, source?: Source): Unknown => ({
  state: 'unknown',
  reason,
  ...defined({ cure, source }),
});

/** The value of a known fact; undefined for the rest (and for a known absence). */
export const valueOf = <T>(fact: Fact<T>): T | undefined => (fact.state === 'known' ? fact.value : undefined);
