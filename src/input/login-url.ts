import { Trouble } from '../model/index.ts';

/** What people paste after the host: the endpoint, not the login URL. */
const endpoint = /\/services\/(?:oauth2|Soap)\/.*$/iu;

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(hostname);

const parse = (given: string): URL => {
  const text = /^[a-z][a-z0-9+.-]*:\/\//iu.test(given) ? given : `https://${given}`;
  try {
    return new URL(text);
  } catch {
    throw new Trouble('login-url-invalid', { url: given });
  }
};

/**
 * A login URL without query, fragment and endpoint. A host alone is taken as https; http is for loopback only.
 * A host on which nobody can log in (lightning.force.com) is evidence, not an error. Throws `Trouble`.
 */
export const readLoginUrl = (given: string): string => {
  const url = parse(given.trim());
  // Never repeated in a message: it may be a password.
  if (url.username !== '' || url.password !== '') throw new Trouble('login-url-with-password', { host: url.host });
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!secure) throw new Trouble('login-url-insecure', { url: `${url.protocol}//${url.host}` });
  if (!/^[\w.:[\]-]+$/u.test(url.host)) throw new Trouble('login-url-invalid', { url: given });
  return `${url.origin}${url.pathname.replace(endpoint, '').replace(/\/+$/u, '')}`;
};
