import type { CauseId, FactName, Facts, Flow, GateState, IpRange, SpokenPart, Values } from '../model/index.ts';
import type { Need } from './scopes/needs.ts';

/** What the person wants of the app, beyond who logs in and how. */
export type Wanted = {
  /** Empty: what the flow itself needs. */
  readonly needs: readonly Need[];
  /** Days before the end of a certificate from which on it is worth a warning. */
  readonly certWarnDays: number;
  readonly callbackUrl?: string;
  /** What the client sends beside its key; absent: nobody said. */
  readonly clientSends?: readonly ClientSends[];
};

export const clientSends = ['secret', 'pkce', 'nothing'] as const;

export type ClientSends = (typeof clientSends)[number];

/** A part of a sentence: words by `list.<say>`. Several are joined. */
export type Part = SpokenPart;

/**
 * What a check says of its gate, by the key of its sentence (`check.<gate>.<check>.<say>`).
 * `on`: when it will break; `note`: worth knowing though open; `cause`: why it is closed, or will be.
 */
export type Reading = {
  readonly state: GateState;
  readonly say: string;
  readonly values?: Values;
  readonly parts?: Readonly<Record<string, readonly Part[]>>;
  readonly cause?: CauseId;
  /** It passes by itself. */
  readonly transient?: boolean;
  /** Elsewhere this cause may pass by itself; here it does not. */
  readonly lasting?: boolean;
  readonly on?: string;
  readonly note?: boolean;
  /** Not seen: the facts that would tell, else the flag that would help. */
  readonly facts?: readonly FactName[];
  readonly cure?: string;
  /** Ranges that would have to be added. */
  readonly toAdd?: readonly IpRange[];
};

type More = Omit<Reading, 'state' | 'say' | 'values'>;

export const open = (say: string, values: Values = {}, more: More = {}): Reading => ({
  state: 'open',
  say,
  values,
  ...more,
});

export const closed = (cause: CauseId, say: string, values: Values = {}, more: More = {}): Reading => ({
  state: 'closed',
  say,
  values,
  cause,
  ...more,
});

export const notSeen = (say: string, values: Values = {}, more: More = {}): Reading => ({
  state: 'not-seen',
  say,
  values,
  ...more,
});

/** Not seen, since these facts are not known. */
export const unseen = (...facts: readonly FactName[]): Reading => ({ state: 'not-seen', say: '', facts });

/** Facts that every check may read. */
type Always = 'integration' | 'now';

type Given<N extends FactName, A extends FactName> = Pick<Facts, N | Always> & Partial<Pick<Facts, A>>;

/** One look at a gate. `read` is called only when every fact in `needs` is known; of those in `also`, it sees what is known. */
export type Check = {
  readonly id: string;
  readonly needs: readonly FactName[];
  readonly also: readonly FactName[];
  /** Flows in which it matters; absent: all. With no flow known it is not seen. */
  readonly flows?: readonly Flow[];
  readonly read: (facts: Facts, wanted: Wanted) => Reading | undefined;
};

export const check = <const N extends FactName = never, const A extends FactName = never>(
  id: string,
  asks: { readonly needs?: readonly N[]; readonly also?: readonly A[]; readonly flows?: readonly Flow[] },
  read: (facts: Given<N, A>, wanted: Wanted) => Reading | undefined,
): Check => ({
  id,
  needs: asks.needs ?? [],
  also: asks.also ?? [],
  ...(asks.flows === undefined ? {} : { flows: asks.flows }),
  read: read,
});
