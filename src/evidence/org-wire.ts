import { defined, type TargetOrg } from '../model/index.ts';

/** One question to the org, as it travels. Nothing but reading can be said in this language. */
export type OrgRequest =
  /** A GET; `path` is relative to `/services/data/vNN.0/`, such as `query?q=SELECT+Id+FROM+User`. */
  | { readonly kind: 'get'; readonly path: string }
  /** Metadata API `readMetadata()`: one type, at most 10 full names. */
  | { readonly kind: 'read-metadata'; readonly type: string; readonly fullNames: readonly string[] }
  /** The log itself of a row of EventLogFile: a GET that is answered with CSV. */
  | { readonly kind: 'log-file'; readonly id: string };

/** `code` is Salesforce's own, without a namespace; `trouble` says that no answer of Salesforce came at all. */
export type OrgRefusal = {
  readonly ok: false;
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  readonly trouble?: 'unreachable' | 'timed-out';
  /** What was refused is the request in which this one travelled, or its place in it. */
  readonly envelope?: true;
};

/** `body`: the JSON of a GET; of `readMetadata` an array of components, in no certain order; of a log file its text. */
export type OrgAnswer = { readonly ok: true; readonly status: number; readonly body: unknown } | OrgRefusal;

/** How a request reached the org: in an envelope with others, or alone. */
export type Way = 'batch' | 'composite' | 'tooling-composite' | 'alone' | 'read-metadata';

/** One request as it travelled, and what came back that way. */
export type Heard = { readonly request: OrgRequest; readonly way: Way; readonly answer: OrgAnswer };

export type Spent = {
  /** Waves sent: sequential round trips. */
  readonly roundTrips: number;
  /** HTTP requests in all. */
  readonly requests: number;
};

export type SpentInAll = Spent & {
  /** What the org counts against its daily API requests: a part of a batch is a call, a composite is one. */
  readonly calls: number;
};

/** An org that can be read. No error leaves it: what goes wrong is an answer. */
export type OrgPort = {
  readonly username: string;
  readonly orgId: string;
  readonly instanceUrl: string;
  readonly alias?: string;
  /** Such as `64.0`. */
  readonly apiVersion: string;
  /**
   * Sends all of them side by side, one round trip; answers stand in the order of the requests. What an envelope kept from being
   * answered whole is asked again alone, in one more round trip, if there may be one (`again`; default true).
   */
  readonly wave: (requests: readonly OrgRequest[], again?: boolean) => Promise<readonly OrgAnswer[]>;
  readonly spent: () => SpentInAll;
};

/** The org that was looked in, for a report. */
export const targetOrgOf = ({
  username,
  orgId,
  instanceUrl,
  alias,
}: Pick<OrgPort, 'username' | 'orgId' | 'instanceUrl' | 'alias'>): TargetOrg => ({
  ...{ username, orgId, instanceUrl },
  ...defined({ alias }),
});
