/** What `sf org login web` does with a browser. */
export type CliBrowser = {
  /** Where the browser comes back to: `oauthLocalPort` of the project, else the CLI's own port. */
  readonly callback: string;
  /** How long a person may take: `SF_WEB_OAUTH_SERVER_TIMEOUT`, else two minutes. */
  readonly patienceMs: number;
};

export const cliBrowser = async (): Promise<CliBrowser> => {
  const { WebOAuthServer } = await import('@salesforce/core');
  const port = await WebOAuthServer.determineOauthPort();
  return { callback: `http://localhost:${port}/OauthRedirect`, patienceMs: WebOAuthServer.getAuthTimeout() };
};
