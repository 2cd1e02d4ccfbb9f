import type { Answer } from './exchange.ts';
import { signAssertion } from './assertion.ts';
import { openSigningKey } from './private-key.ts';

/** A secret behind a function, so that no output can print it. */
export type HeldSecret = () => string;

export type Form = Readonly<Record<string, string>>;

/**
 * What became of a refresh token that came back in place of the one that was sent. `unknown`: it was sent, and no answer came that
 * could be read, so whether the old one still works nobody can tell.
 */
export type Rotation = 'none' | 'saved' | 'lost' | 'unknown';

/** `locked`: another process is refreshing this login; `not-writable`: a rotated token could not be saved; `unreadable`: no secret to send. */
type NotSent = 'locked' | 'not-writable' | 'unreadable';

export type Spent =
  | { readonly state: 'sent'; readonly answer: Answer; readonly rotation: Rotation }
  | { readonly state: 'not-sent'; readonly why: NotSent };

/**
 * What one login attempt is made with. The secret stays behind `spend`, so that no output can print it.
 * `spend` calls `send` at most once, and saves a rotated refresh token before it returns. Never throws unless `send` does.
 */
export type Credential = {
  readonly how: 'jwt' | 'refresh-token' | 'client-credentials';
  /** `audience`: of a JWT; `now`: epoch ms, UTC. */
  readonly spend: (
    on: { readonly audience: string; readonly now: number },
    send: (form: Form) => Promise<Answer>,
  ) => Promise<Spent>;
};

/** A private key, the app that holds its certificate, and the user to log in as. */
export const jwtCredential = (given: {
  readonly pem: string;
  readonly consumerKey: string;
  readonly username: string;
}): Credential => ({
  how: 'jwt',
  spend: async ({ audience, now }, send) => {
    const key = openSigningKey(given.pem);
    const { consumerKey, username } = given;
    const assertion =
      key === undefined
        ? undefined
        : await signAssertion({ key, consumerKey, username, audience, now }).catch(() => undefined);
    if (assertion === undefined) return { state: 'not-sent', why: 'unreadable' };
    const answer = await send({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
    return { state: 'sent', answer, rotation: 'none' };
  },
});

/** An app that logs in as itself. */
export const clientCredential = (given: { readonly consumerKey: string; readonly secret: HeldSecret }): Credential => ({
  how: 'client-credentials',
  spend: async (_on, send) => {
    const { consumerKey, secret } = given;
    const answer = await send({ grant_type: 'client_credentials', client_id: consumerKey, client_secret: secret() });
    return { state: 'sent', answer, rotation: 'none' };
  },
});
