import { defined } from './defined.ts';
/** What the sentence of a clue is filled with. */
export type Values = Readonly<Record<string, string | number>>;

/** A part of a sentence, in words of its own (`list.<say>`); several are joined. */
export type SpokenPart = { readonly say: string; readonly values?: Values };

export type Parts = Readonly<Record<string, readonly SpokenPart[]>>;

/**
 * What a clue says, having read its facts.
 * `foretells`: works today, and will not from `on` (UTC, ISO 8601), or from some time in a release `season`.
 * `tells`: how it stands, for and against nothing; with `note` it is worth knowing. `untold`: nobody tells what would decide it,
 * or a flag of ours (`cure`) would.
 */
export type Sign = { readonly parts?: Parts } & SignKind;

type SignKind =
  | {
      readonly kind: 'proves' | 'suggests' | 'rules-out';
      readonly values: Values;
      readonly since?: string;
      /** Newest change of the record it was read in, where nothing dates it better: it may stand only since then. */
      readonly changedAt?: string;
      /** It stands only since Salesforce brought it about: an entry of the calendar. */
      readonly enforced?: string;
      /** It speaks against a proof, and does not rule the cause out by itself. */
      readonly doubt?: true;
    }
  | {
      readonly kind: 'foretells';
      readonly values: Values;
      readonly on?: string;
      /** `Summer '27`: no day is known. */
      readonly season?: string;
      /** Neither that it comes, nor when, is sure. */
      readonly uncertain?: true;
    }
  | { readonly kind: 'tells'; readonly values: Values; readonly note?: true }
  | { readonly kind: 'untold'; readonly values: Values; readonly cure?: string };

export const proves = (values: Values = {}, since?: string): Sign => ({
  kind: 'proves',
  values,
  ...defined({ since }),
});

export const suggests = (values: Values = {}, since?: string): Sign => ({
  kind: 'suggests',
  values,
  ...defined({ since }),
});

export const rulesOut = (values: Values = {}): Sign => ({ kind: 'rules-out', values });

/** Takes away the certainty of what proves the cause, and says nothing where nothing speaks for it. */
export const castsDoubt = (values: Values = {}): Sign => ({ kind: 'rules-out', values, doubt: true });

/** A sign read in a record that was changed at a time: when exactly it came about, the record does not tell. */
export const readIn = (record: { readonly changedAt?: string }, sign: Sign): Sign =>
  sign.kind === 'proves' && record.changedAt !== undefined ? { ...sign, changedAt: record.changedAt } : sign;

export const foretells = (on: string, values: Values = {}): Sign => ({ kind: 'foretells', values, on });

/** What may come: on a day that is not sure, or in a season of which no day is known. */
export const foreshadows = (when: { readonly on?: string; readonly season?: string }, values: Values = {}): Sign => ({
  kind: 'foretells',
  values,
  ...when,
  uncertain: true,
});

export const tells = (values: Values = {}): Sign => ({ kind: 'tells', values });

/** Worth knowing, though it stops no login. */
export const notes = (values: Values = {}): Sign => ({ kind: 'tells', values, note: true });

export const untold = (values: Values = {}, cure?: string): Sign => ({
  kind: 'untold',
  values,
  ...defined({ cure }),
});

/** The same, with lists in its sentence. */
export const withParts = (parts: Parts, sign: Sign): Sign => ({ ...sign, parts });
