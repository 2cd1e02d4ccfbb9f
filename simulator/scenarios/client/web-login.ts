import { createHash, randomBytes } from 'node:crypto';
import type { Client, Login, Told } from '../client.ts';
import { from } from './source-address.ts';
import { appOf, sendForm } from './token-request.ts';

type Proof = { readonly verifier: string; readonly challenge: string };

const newProof = (): Proof => {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
};

const redirectOf = ({ redirectUri }: Client): Record<string, string> =>
  redirectUri === '' ? {} : { redirect_uri: redirectUri };

/** The user's browser goes to authorize, and comes back with a code, or does not. */
const authorize = async (client: Client, loginUrl: string, proof: Proof | undefined): Promise<string | Told> => {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client.consumerKey,
    ...redirectOf(client),
    ...(proof === undefined ? {} : { code_challenge: proof.challenge, code_challenge_method: 'S256' }),
  });
  const answer = await fetch(`${loginUrl}/services/oauth2/authorize?${query.toString()}`, {
    redirect: 'manual',
    headers: { ...from(client), cookie: `sid=${client.browserSession}` },
  });
  const to = answer.headers.get('location');
  const code = to === null ? null : new URL(to).searchParams.get('code');
  return code ?? { granted: false, by: 'authorize', status: answer.status, body: to ?? (await answer.text()) };
};

/** The web server flow: a code by way of the browser, and the code for a token. */
export const webLogin = async (client: Client, loginUrl: string): Promise<Login> => {
  const proof = client.provesCode === true ? newProof() : undefined;
  const code = client.code ?? (await authorize(client, loginUrl, proof));
  if (typeof code !== 'string') return code;
  const login = await sendForm(client, loginUrl, {
    grant_type: 'authorization_code',
    code,
    ...redirectOf(client),
    ...appOf(client),
    ...(proof === undefined ? {} : { code_verifier: proof.verifier }),
  });
  return { ...login, code };
};
