import type { HostContext } from '../frame/context.ts';
import type { App, Org, SessionFlow, User } from '../state/types.ts';

/** A token request as it came in. */
export type TokenRequest = {
  context: HostContext;
  /** Form members, or query members where there is no body. */
  params: Record<string, string>;
  /** `client_id`, from the form or from Basic authentication. */
  clientId: string | undefined;
  clientSecret: string | undefined;
  sourceIp: string;
  now: number;
  /** This host has not heard of any new app yet. */
  keysUnknown: boolean;
};

/** Who wants in, through what: as soon as a gate can know it. */
export type Candidate = { request: TokenRequest; flow: SessionFlow; org: Org; app: App; user: User };

/** The Login History row that a refusal leaves, as far as facts know one. */
type RefusalRow = { org: Org; user: User; flow: SessionFlow; application: string; status: string };

/** What the event log keeps of a refusal that is of no user of the org: a LOGIN_STATUS code, and the username that was sent. */
export type Stray = { status: string; username?: string };

/** `status`: HTTP. */
export type Refusal = { status: number; error: string; description: string; row?: RefusalRow; stray?: Stray };

export const refusal = (error: string, description: string, status = 400): Refusal => ({ status, error, description });

/** With a row of the candidate in Login History. */
export const refusalWithRow = (
  candidate: Omit<Candidate, 'request'>,
  status: string,
  error: string,
  description: string,
): Refusal => {
  const { org, user, flow, app } = candidate;
  return { status: 400, error, description, row: { org, user, flow, application: app.name, status } };
};

export const invalidGrant = (description: string): Refusal => refusal('invalid_grant', description);

/** Flows that carry the password: one text for nearly everything. */
export const usesPassword = (flow: SessionFlow): boolean => flow === 'password';
