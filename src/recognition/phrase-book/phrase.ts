import type { CauseId, Channel, Flow } from '../../model/index.ts';

/** How well a wording is known: on a Salesforce page or the client's own source; in a public log; only in secondary guides. */
type EvidenceClass = 'documented' | 'observed' | 'claimed';

/** What else a text may show that makes one suspect likelier: the flow, or a circumstance. */
export type Hint =
  | Flow
  | 'rotation'
  | 'basic-header'
  | 'dotnet'
  | 'lightning-host'
  | 'api-host'
  | 'external-client-app'
  | 'scratch-org'
  | 'generic-host'
  | 'sandbox'
  | 'worked-before'
  | 'saml'
  | 'by-hand'
  | 'shell-variable'
  | 'client-updated'
  | 'cli-command';

/** One entry of the phrase book: a wording by which a login is refused, and what it points at. */
export type Phrase = {
  readonly id: string;
  /** `error`, `errorCode`, fault codes, error names: matched as one word, in any case. The first entry that lists a code has it alone. */
  readonly codes?: readonly string[];
  /** Texts, matched wherever they begin; case, quoting, blanks and line ends do not matter. */
  readonly phrases?: readonly string[];
  readonly channel: Channel;
  /** Only where the facts say that the wording has one cause. */
  readonly decides?: CauseId;
  /** Likeliest first. */
  readonly suspects?: readonly CauseId[];
  /** With this hint, these suspects come first. */
  readonly when?: Readonly<Partial<Record<Hint, readonly CauseId[]>>>;
  readonly evidence: EvidenceClass;
  readonly source: string;
  /** Other providers use the same wording. */
  readonly shared?: true;
  /** Any server may say it so: it decides where Salesforce is named beside it, or a page begins with it; else it suspects. */
  readonly anybodys?: true;
  /** The text is sent under several codes: where a code stands with it, the code says which. */
  readonly underAnyCode?: true;
  /** It says so little that anything else in the text overrules it. */
  readonly vague?: true;
  /** What there is to say about this wording alone: a key of `messages/notes.md`, and what fills it. */
  readonly note?: { readonly id: string; readonly values?: Readonly<Record<string, string>> };
  /** A client says it round whatever reason: it comes after everything that is a reason. */
  readonly frame?: true;
};
