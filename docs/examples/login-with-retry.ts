/**
 * Logs in by client credentials. Tries again only where the same call can succeed later; else it stops at once, with an error
 * that names the cause. Run it with the variables LOGIN_URL, CLIENT_ID and CLIENT_SECRET.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { explain, isTransient, recognize } from 'sf-plugin-auth-doctor';
import type { RecognizedCause, Recognition } from 'sf-plugin-auth-doctor';

/** A login that no retry cures. `likeliest` is absent where nothing was recognised. */
class LoginRefused extends Error {
  override readonly name = 'LoginRefused';
  readonly likeliest: RecognizedCause | undefined;
  readonly advice: Recognition['advice'];

  constructor(cause: unknown) {
    const { causes, advice } = recognize(cause);
    const [likeliest] = causes;
    super(likeliest === undefined ? 'Login refused' : `Login refused: ${likeliest.title} (${likeliest.id})`, { cause });
    this.likeliest = likeliest;
    this.advice = advice;
  }
}

type Token = { access_token: string; instance_url: string };

const login = async (): Promise<Token> => {
  const { LOGIN_URL = '', CLIENT_ID = '', CLIENT_SECRET = '' } = process.env;
  const response = await fetch(`${LOGIN_URL}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
    }),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
  return (await response.json()) as Token;
};

/** `pause`: ms before the second try; it doubles. The last error is thrown as a LoginRefused too. */
const withRetry = async <T>(call: () => Promise<T>, tries = 5, pause = 1000): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    if (tries <= 1 || !isTransient(error)) throw new LoginRefused(error);
    await sleep(pause * (1 + Math.random() / 2));
    return withRetry(call, tries - 1, pause * 2);
  }
};

try {
  const { instance_url } = await withRetry(login, 5, Number(process.env.PAUSE_MS ?? 1000));
  console.log(`Logged in at ${instance_url}`);
} catch (error) {
  if (!(error instanceof LoginRefused)) throw error;
  const { message, advice, likeliest } = error;
  const [cure] = (likeliest && explain(likeliest.id)?.remedies) ?? [];
  console.error(`${message}\nNow: ${advice}. ${cure === undefined ? '' : `First: ${cure.title}.`}`);
  process.exitCode = advice === 'page-admin' ? 3 : 1;
}
