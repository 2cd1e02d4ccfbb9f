import type { Words } from '../../words/index.ts';
import type { Document } from '../document.ts';
import type { Judgement } from './judgement.ts';
import type { Metric } from './openmetrics.ts';

/** A result in the shape that every format but the short screen is made of. */
export type Sheet = {
  /** The command, as a person types it. */
  readonly command: string;
  readonly title: string;
  readonly document: Document;
  readonly judgements: readonly Judgement[];
  readonly metrics: readonly Metric[];
  /** Its own table, where it has one; else the judgements are the table. */
  readonly csv?: string;
  /** What `--json` prints. */
  readonly data: object;
};

/** How the command ends, and when. */
export type Written = {
  readonly words: Words;
  readonly exit: { readonly code: number; readonly meaning: string };
  /** UTC, ISO 8601. */
  readonly at: string;
  /** What a judgement without a place of its own is about, for readers that want a file: that of the pipeline. */
  readonly place?: string | undefined;
};
