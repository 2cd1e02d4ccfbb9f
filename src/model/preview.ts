import type { Acceptance } from './baseline.ts';
import type { CauseId } from './cause-id.ts';
import type { Cost, FindingRemedy, TargetOrg } from './diagnosis.ts';
import type { FactName } from './facts.ts';
import type { Flow } from './flow.ts';
import type { Gate } from './gate.ts';
import type { Edit, FilePlace, UntoldEdit } from './alteration.ts';
import type { App } from './org.ts';
import type { Speaker } from './speaker.ts';
import type { WithSent } from './requests.ts';

/** What becomes of the logins of one integration. `refused-already`: today's settings refuse it, with the change or without. */
export type Verdict = 'refused' | 'untold' | 'works-again' | 'refused-already' | 'goes-on';

/** One integration as Login History shows it. Times: UTC, ISO 8601. */
export type SeenIntegration = {
  readonly user: string;
  /** Absent: the login went through no app. */
  readonly app?: string;
  readonly flow?: Flow;
  readonly loginType?: string;
  readonly sourceIps: readonly string[];
  readonly loginUrl?: string;
  /** A person in a browser. */
  readonly person: boolean;
  /** Its newest login was refused: the org itself says that it does not work today. */
  readonly failing?: true;
  /** An app of its label was deleted since its last login, or those of its label were made since: through which one it came nobody can say. */
  readonly appReplaced?: true;
  readonly logins: number;
  readonly lastLogin?: string;
};

/** Where a change does something, in a file or by hand. */
export type PreviewedEdit = { readonly element: string; readonly text: string; readonly at?: FilePlace };

/** What refuses it, or would. */
export type Refusing = {
  readonly cause: CauseId;
  readonly gate: Gate;
  readonly title: string;
  /** The sentence of the sign that decides. */
  readonly text: string;
  readonly remedies: readonly FindingRemedy[];
  /** The day on which it begins, where a date was asked for: UTC, ISO 8601. */
  readonly on?: string;
};

export type PreviewedIntegration = {
  readonly integration: SeenIntegration;
  readonly verdict: Verdict;
  readonly refusing: readonly Refusing[];
  /** Why it cannot be told: one sentence each. */
  readonly untold: readonly string[];
  /** What of the change touches it. */
  readonly edits: readonly PreviewedEdit[];
  /** Accepted by the baseline, and why. */
  readonly accepted?: Acceptance;
};

/** What stands in the files alone. */
export type PreviewLint = {
  readonly rule: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly text: string;
  readonly at: FilePlace;
};

/** What `sf auth preview --json` prints. Plain data. */
export type Preview = WithSent & {
  readonly schemaVersion: 1;
  readonly outcome: 'refused' | 'untold' | 'clear';
  readonly targetOrg?: TargetOrg;
  /** The day by whose calendar it was judged: UTC, ISO 8601. */
  readonly at?: string;
  /** The window in which the integrations logged in. */
  readonly window?: { readonly since: string; readonly until: string };
  readonly counts: Readonly<Record<Verdict, number>> & {
    readonly integrations: number;
    /** Of `refused` and `untold`, those that the baseline accepts. */
    readonly accepted: number;
    /** Users who log in by a browser, and are not judged. */
    readonly people: number;
    /** Tokens that nobody used in the window, and that are not judged; absent: they were not all seen, or are judged. */
    readonly tokens?: number;
  };
  /** Worst first. */
  readonly integrations: readonly PreviewedIntegration[];
  /** What of the change touches any of them. */
  readonly edits: readonly PreviewedEdit[];
  readonly lint: readonly PreviewLint[];
  readonly blindSpots: readonly string[];
  readonly cost: Cost;
};

/** Turns a change, and what it does to logins, into sentences. */
export type PreviewSpeaker = Speaker & {
  readonly edit: (edit: Edit) => string;
  /** An edit of which it cannot be told what it does to a login. */
  readonly untold: (edit: UntoldEdit) => string;
  /** Of a cause on which the change bears: what would decide it is not seen. */
  readonly unanswered: (text: string) => string;
  /** It is so only if the login comes by that flow; undefined: by one that is none of those that are known. */
  readonly inFlow: (flow: Flow | undefined, text: string) => string;
  /** It is so only if the login goes through that one of the apps of its label. */
  readonly inApp: (app: App, text: string) => string;
  /** A fact that the change touches, and that is not seen. */
  readonly unseen: (fact: FactName) => string;
  /** It seems refused by today's settings, and logged in all the same. */
  readonly seemedShut: (text: string) => string;
  /** It will be refused, and nobody knows from which day on. */
  readonly someDay: (text: string) => string;
  /**
   * What it hangs on, and nobody can say: when it logged in, where the clock of login hours is, with which key it signs, why it failed last, whether its app is
   * there still, and is the one that it came through.
   */
  readonly unsure: (
    why:
      | 'time'
      | 'zone'
      | 'key'
      | 'failing'
      | 'app-missing'
      | 'app-replaced'
      | 'api-access'
      | 'session-level'
      | 'no-api-scope',
    text: string,
  ) => string;
};
