import type { Clock } from '../frame/clock.ts';
import type { Simulator } from '../index.ts';
import type { Act } from '../state/admin.ts';
import type { App, Grant, Org, PermissionSet, Profile, User, World } from '../state/types.ts';
import type { Client, Told } from './client.ts';

export type ScenarioFlow = 'jwt' | 'refresh-token' | 'client-credentials' | 'password' | 'web' | 'soap-login';

/** The healthy org, before anybody logs in. Scenarios say here how theirs differs from Acme's. */
export type Setting = {
  readonly world: World;
  readonly org: Org;
  readonly clock: Clock;
  readonly user: User;
  readonly profile: Profile;
  readonly app: App;
  readonly admin: User;
  /** The permission set by which the user is pre-authorised for the app. */
  readonly access: PermissionSet;
  /** The approval that the integration works with. Only with flow `refresh-token`. */
  readonly grant: Grant | undefined;
  /** What the integration is configured with. */
  readonly client: Client;
};

/** The same org while its servers run. */
export type Stage = Setting & {
  readonly sim: Simulator;
  /** The administrator, at this moment. */
  readonly act: () => Act;
  /** Somebody logs in, with settings of their own. */
  readonly logIn: (client: Client) => Promise<Told>;
  /** What else runs for this scenario ends with its servers. */
  readonly onStop: (close: () => Promise<void> | void) => void;
};

/** What a login that is refused leaves behind. */
export type Leaves = {
  /** Part of what the integration is told. */
  readonly told: string;
  /** Status of the row in the Login History of the integration user; absent: no source knows of one. */
  readonly row?: string;
  /** Action of the newest entry in the Setup Audit Trail; absent: nobody changed anything, or no code is known. */
  readonly change?: string;
};

/**
 * How one login came to fail. The integration logs in a few times, as it always did; then `breaks` lets an administrator or
 * time change something; then the integration tries again, and is refused by the simulator for real.
 */
export type Scenario = {
  /** The cause that is at work, and `.<variant>` where there are several. */
  readonly id: string;
  readonly cause: string | undefined;
  readonly title: string;
  readonly kind: App['kind'];
  readonly flow: ScenarioFlow;
  /** ms between the first login on stage and the one that fails. */
  readonly span?: number;
  readonly prepare?: (setting: Setting) => void;
  readonly breaks?: (stage: Stage) => Promise<void> | void;
  /** What became of the logins that the CLI stored. `home`: their home. */
  readonly spoils?: (home: string, stage: Stage) => void;
  /** Whoever looks has the stored login at hand, and names it: it is about what stands there. */
  readonly byLogin?: true;
  /** Name of the file in the home that `sf org login sfdx-url` is given. */
  readonly authUrlFile?: string;
  /** What the integration's own software prints of the answer. */
  readonly prints: (told: Told) => string;
  /** Absent: the login goes well to the end. A cause that is told then will stop it some day, or only makes that likelier. */
  readonly leaves?: Leaves;
};

/** `kind`: connected app, unless told. `cause`: the id, unless told. */
export const scenario = (
  given: Omit<Scenario, 'kind' | 'cause'> & { kind?: App['kind']; cause?: string | undefined },
): Scenario => ({ kind: 'connected-app', cause: given.id, ...given });

/** The same story with an external client app. */
export const withExternalClientApp = (original: Scenario, leaves: Leaves): Scenario => ({
  ...original,
  id: `${original.id}.eca`,
  title: `${original.title} (external client app)`,
  kind: 'external-client-app',
  leaves,
});

/** Whether the last login is let in. */
export const endsWell = ({ leaves }: Scenario): boolean => leaves === undefined;
