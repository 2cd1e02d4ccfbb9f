import type { CauseId } from './cause-id.ts';
import type { FactName } from './facts.ts';
import type { Gate } from './gate.ts';
import type { BlindSpot, Enforcement } from './diagnosis.ts';
import type { Parts, Sign, Values } from './sign.ts';

/** Turns ids into sentences. The engine reports by id; the words come in from the edge. */
export type Speaker = {
  /** `proofs`: the clues that prove it. One of them may have a title of its own, where the cause has several faces. */
  readonly cause: (
    id: CauseId,
    proofs?: readonly string[],
  ) => { readonly title: string; readonly meaning: string; readonly verify?: string };
  readonly sign: (id: CauseId, clue: string, kind: Sign['kind'], values: Values, parts?: Parts) => string;
  readonly remedy: (
    id: CauseId,
    remedy: string,
    values: Values,
  ) => { readonly title: string; readonly steps: readonly string[]; readonly command?: string; readonly risk?: string };
  /** What Salesforce changed, and when. */
  readonly enforced: (enforcement: Enforcement) => string;
  /** That an app was changed, by its own record. */
  readonly appChanged: (app: string) => string;
  readonly gate: (gate: Gate) => string;
  /** Nothing of a gate's causes was seen. */
  readonly nothingSeen: () => string;
  /** No org was looked in. */
  readonly noOrg: () => string;
  /** What no login is stopped by, and an admin wants to know of every app. */
  readonly risk: (risk: string, values: Values) => string;
  readonly blindSpot: (spot: Omit<BlindSpot, 'text' | 'causes' | 'fact'> & { readonly fact: FactName }) => string;
  /** Something that would tell is there, and reading it failed. */
  readonly broken: (cause: CauseId, clue: string) => string;
  /** Why nobody can see a fact of an app that this org does not own: it is installed, or not here at all. */
  readonly notOurs: (fact: FactName, installed: boolean) => string | undefined;
  /** A sentence about what was not seen, with the apps of which it was not. */
  readonly ofApps: (sentence: string, apps: readonly string[]) => string;
};
