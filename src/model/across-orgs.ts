import type { WithSent } from './requests.ts';

/** What a command found in one of several orgs. `name`: the alias or username that was given for it. `trouble`: why it could not be looked into. */
export type InOrg<R> =
  | { readonly name: string; readonly exitCode: number; readonly result: R }
  | { readonly name: string; readonly exitCode: number; readonly trouble: string };

/** What one command found in several orgs, in the order in which they were named. Each ends with a code of its own; the command with the worst. */
export type AcrossOrgs<R> = WithSent & {
  readonly schemaVersion: 1;
  readonly orgs: ReadonlyArray<InOrg<R>>;
};
