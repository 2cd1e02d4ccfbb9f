/** The login URL without query, fragment and last slash: a slash at the end of an audience is refused by Salesforce. */
export const loginBase = (loginUrl: string): string => {
  const url = URL.parse(loginUrl);
  return url === null ? loginUrl : `${url.origin}${url.pathname.replace(/\/+$/u, '')}`;
};

/** Host (and port, where it is not the usual one), lower case; the text itself where it is no URL. */
export const hostOf = (url: string): string => URL.parse(url)?.host ?? url;

/** This machine, by name or by address. */
export const isLoopback = (hostname: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u.test(hostname);

/** Whether nobody on the way can read what is sent there. */
export const isPrivate = (url: string): boolean => {
  const parsed = URL.parse(url);
  return parsed !== null && (parsed.protocol === 'https:' || isLoopback(parsed.hostname));
};
