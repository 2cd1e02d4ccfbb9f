/** The login URL without query, fragment and last slash: a slash at the end of an audience is refused by Salesforce. */
export const loginBase = (loginUrl: string): string => {
  const url = URL.parse(loginUrl);
  return url === null ? loginUrl : `${url.origin}${url.pathname.replace(/\/+$/u, '')}`;
};

/** Host (and port, where it is not the usual one), lower case; the text itself where it is no URL. */
export const hostOf = (url: string): string => URL.parse(url)?.host ?? url;
