import type { Client } from './client.ts';
import type { Flow } from './flow.ts';

/** The login that fails: whatever of it is known when the diagnosis starts. */
export type Integration = {
  readonly username?: string;
  /** Name, label, developer name, consumer key or id, as the person gave it. */
  readonly app?: string;
  /** Label of the app in the org, once it was found there: what Login History shows as `Application`. */
  readonly appLabel?: string;
  readonly consumerKey?: string;
  /** The app's run-as user, where client credentials act as that user and not as the one who was named. */
  readonly runAs?: string;
  readonly flow?: Flow;
  readonly loginUrl?: string;
  /** Addresses or CIDR ranges. */
  readonly sourceIps: readonly string[];
  /** Alias or username of the login stored by the CLI. */
  readonly login?: string;
  /** What nobody said: the error text or a row of Login History told it. */
  readonly learnt?: ReadonlyArray<'app' | 'flow' | 'loginUrl' | 'username'>;
  readonly client?: Client;
};
