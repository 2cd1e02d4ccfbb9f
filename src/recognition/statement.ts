import type { Phrase } from './phrase-book/index.ts';

/** A refusal on the way: what stands at one place of the text, and the entry of the book that knows it. */
export type Statement = {
  readonly entry?: Phrase;
  readonly code?: string;
  readonly description?: string;
  readonly start: number;
  readonly end: number;
  /** How it was carried; absent where it stood in running text. */
  readonly family?: 'oauth' | 'rest' | 'soap' | 'fault';
  /** An error object that holds the code and nothing else. */
  readonly closed?: true;
  /** The entry is that of the code; the description beside it is not in the book. */
  readonly byCode?: true;
  readonly provider?: string;
  /**
   * An OAuth error in a manner that is not Salesforce's, where nothing names whose it is; `reworded`: in words of Salesforce's that
   * others send too.
   */
  readonly manner?: 'another' | 'reworded';
  readonly host?: string;
  readonly audience?: string;
  /** It spans a whole sentence, whose other words may tell the circumstances. */
  readonly sentence?: true;
  /** Its words are about a login, whatever stands round it. */
  readonly topical?: true;
  /** Which list of JWT attempts it belongs to. */
  readonly list?: number;
  /** It stands directly behind what its client says round every reason: so it is the reason. */
  readonly peeled?: true;
};

/** Says so little that anything else overrules it. */
export const isVague = (statement: Statement): boolean =>
  statement.provider === undefined &&
  statement.peeled !== true &&
  statement.manner !== 'another' &&
  (statement.entry === undefined || statement.entry.vague === true);
