import type { CauseId } from './cause-id.ts';

/** What a recognised wording points at: the cause that it decides alone, and those that it leaves open, likeliest first. */
export type Pointer = {
  readonly decides?: CauseId;
  readonly suspects: readonly CauseId[];
};

/** What it can mean, what it decides first. */
export const canMean = ({ decides, suspects }: Pointer): readonly CauseId[] => [decides ?? [], suspects].flat();

/** Something to say about one wording: a key of `messages/notes.md`, what fills it, and where it is documented. */
export type Note = {
  readonly id: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly source: string;
};

export type Channel =
  | 'token-endpoint'
  | 'authorize'
  | 'soap'
  | 'rest'
  | 'identity'
  | 'html'
  | 'login-history'
  | 'event-log'
  | 'client'
  | 'network'
  | 'tls'
  | 'local'
  | 'other-provider'
  | 'unknown';

/** One answer by which a login was refused, recognised from text or from the wire. */
export type Refusal = Pointer & {
  readonly channel: Channel;
  /** `text`: what the person gave; `attempt`: our own single login; `stored-login`: what reading the stored login gave. */
  readonly origin: 'text' | 'attempt';
  /** The `error` member, the SOAP fault code or the REST `errorCode`, as sent. */
  readonly code?: string;
  /** The `error_description` or message, as sent. */
  readonly description?: string;
  /** HTTP status. */
  readonly status?: number;
  /** The piece of the input that this was read from, secrets removed. */
  readonly text: string;
  /** First line in the input, from 1. */
  readonly line?: number;
  /** How often it stands in the input. */
  readonly count: number;
  readonly host?: string;
  readonly audience?: string;
  /** Id of the entry in the phrase book; absent where nothing recognised it. */
  readonly phrase?: string;
  /** Name of the other provider whose text it is. */
  readonly provider?: string;
  /** What there is to say about this refusal alone; absent where there is nothing. */
  readonly notes?: readonly Note[];
  /**
   * It stands beside the refusal that decides, and points nowhere. `bystander`: another system's, in the same log. `occasion`: what
   * made the client log in anew, or a try before the one that was answered.
   */
  readonly role?: 'bystander' | 'occasion';
};
