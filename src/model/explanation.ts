import type { CauseId } from './cause-id.ts';
import type { Gate } from './gate.ts';
import type { Refusal } from './refusal.ts';
import type { Actor } from './remedy.ts';

/**
 * What a program can do with a refused login.
 * `retry`: the same call can succeed later. `page-admin`: somebody must change the org, or the user in it.
 * `stop`: the integration itself must be changed, or nothing is known; another try does not help, and may lock the user.
 */
export type Advice = 'retry' | 'page-admin' | 'stop';

/** A cause that a wording points at. */
export type RecognizedCause = {
  readonly id: CauseId;
  /** `confirmed`: the wording has this cause alone. `suspected`: this one among others. */
  readonly standing: 'confirmed' | 'suspected';
  readonly gate: Gate;
  /** One sentence, in English. */
  readonly title: string;
  /** Whether the same call can succeed later without anyone changing anything. */
  readonly transient: boolean;
  /** Who must act first. */
  readonly who: Actor;
};

/** What a text says about why a login was refused. */
export type Recognition = {
  /** What was refused, in the order of the text, the same one counted once. Without secrets. */
  readonly refusals: readonly Refusal[];
  /** Best first. */
  readonly causes: readonly RecognizedCause[];
  /** By the first cause. */
  readonly advice: Advice;
};

export type PageRemedy = {
  readonly id: string;
  readonly who: Actor;
  readonly title: string;
  readonly steps: readonly string[];
  /** May hold placeholders such as `<username>`. */
  readonly command?: string;
  readonly risk?: string;
};

/** The page of a cause. Its texts are Markdown: they may hold code spans. */
export type CausePage = {
  readonly id: CauseId;
  readonly gate: Gate;
  readonly title: string;
  readonly meaning: string;
  readonly why: string;
  /** Where it is said, and the wording, in one line each. */
  readonly saidBySalesforce: readonly string[];
  readonly remedies: readonly PageRemedy[];
  readonly verify?: string;
  readonly more: ReadonlyArray<{ readonly title: string; readonly url: string }>;
};

/** A place to look at by hand, and the causes that it decides. */
export type Lookout = { readonly place: string; readonly causes: readonly CauseId[] };

/** What `sf auth explain` prints: the page of a cause, what a text can mean, or the whole catalogue. */
export type Explanation =
  | { readonly schemaVersion: 1; readonly about: 'cause'; readonly page: CausePage }
  | {
      readonly schemaVersion: 1;
      readonly about: 'text';
      readonly refusals: Recognition['refusals'];
      readonly causes: ReadonlyArray<RecognizedCause & { readonly meaning: string }>;
      readonly advice: Advice;
      /** What decides most of the causes comes first; empty where the wording decides. */
      readonly lookAt: readonly Lookout[];
    }
  | {
      readonly schemaVersion: 1;
      readonly about: 'catalogue';
      /** By gate, then by id. */
      readonly causes: ReadonlyArray<{ readonly id: CauseId; readonly gate: Gate; readonly title: string }>;
    };
