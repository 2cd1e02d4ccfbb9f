import { createHmac } from 'node:crypto';
import { createSession } from '../state/apps.ts';
import { scopeParameters } from '../state/scopes.ts';
import type { Session } from '../state/types.ts';
import type { Candidate } from './attempt.ts';
import { writeLoginRow } from './login-row.ts';

/** Members of a token answer, in the order that recent answers have. */
export type TokenAnswer = Record<string, string>;

/** Real ids stand on login.salesforce.com (test for sandboxes); here on the loopback host of that role, so that clients can ask it. */
export const identityUrl = ({ request, org, user }: Pick<Candidate, 'request' | 'org' | 'user'>): string =>
  `${request.context.url(org.isSandbox ? 'test' : 'login')}/id/${org.id}/${user.id}`;

/** Writes the Success row and opens the session. */
export const openSession = (candidate: Candidate, scopes: string[]): Session => {
  const { request, org, user, app, flow } = candidate;
  writeLoginRow(request.context, {
    org,
    user,
    status: 'Success',
    flow,
    at: request.now,
    sourceIp: request.sourceIp,
    application: app.name,
  });
  return createSession(org, {
    userId: user.id,
    appId: app.id,
    scopes,
    createdAt: request.now,
    flow,
    sourceIp: request.sourceIp,
  });
};

/** JWT bearer answers have no `issued_at` and no `signature`. */
export const jwtAnswer = (candidate: Candidate, session: Session): TokenAnswer => ({
  access_token: session.token,
  scope: scopeParameters(session.scopes).join(' '),
  instance_url: candidate.request.context.url('my-domain', candidate.org),
  id: identityUrl(candidate),
  token_type: 'Bearer',
});

/** Never `expires_in`. */
export const tokenAnswer = (
  candidate: Candidate,
  session: Session,
  extra: { refresh_token?: string; id_token?: string } = {},
): TokenAnswer => {
  const { request, app } = candidate;
  const issuedAt = String(request.now);
  const id = identityUrl(candidate);
  return {
    access_token: session.token,
    ...(extra.refresh_token === undefined ? {} : { refresh_token: extra.refresh_token }),
    signature: createHmac('sha256', app.consumerSecret)
      .update(id + issuedAt)
      .digest('base64'),
    scope: scopeParameters(session.scopes).join(' '),
    ...(extra.id_token === undefined ? {} : { id_token: extra.id_token }),
    instance_url: request.context.url('my-domain', candidate.org),
    id,
    token_type: 'Bearer',
    issued_at: issuedAt,
  };
};
