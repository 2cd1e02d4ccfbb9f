/** The parts used here of clients that come without types. */
declare module 'nforce' {
  type Oauth = { readonly access_token: string; readonly instance_url: string };
  type Connection = {
    authenticate(data: { username: string; password: string }): Promise<Oauth>;
    refreshToken(data: { oauth: { refresh_token: string } }): Promise<Oauth>;
    query(data: { query: string; oauth: Oauth }): Promise<unknown>;
  };
  const nforce: { createConnection(options: Readonly<Record<string, string>>): Connection };
  export default nforce;
}

declare module 'simple-oauth2' {
  type Config = {
    client: { id: string; secret: string };
    auth: { tokenHost: string; tokenPath: string };
    options: { authorizationMethod: 'header' | 'body' };
  };
  type AccessToken = { readonly token: unknown; refresh(): Promise<AccessToken> };
  export class ResourceOwnerPassword {
    constructor(config: Config);
    getToken(params: { username: string; password: string }): Promise<AccessToken>;
  }
  export class ClientCredentials {
    constructor(config: Config);
    getToken(params: object): Promise<AccessToken>;
  }
  export class AuthorizationCode {
    constructor(config: Config);
    createToken(token: object): AccessToken;
  }
}

declare module 'oauth' {
  export type OAuth2Error = { readonly statusCode: number; readonly data?: string };
  type Results = { readonly instance_url?: string };
  export class OAuth2 {
    constructor(id: string, secret: string, base: string, authorizePath?: string, tokenPath?: string);
    getOAuthAccessToken(
      code: string,
      params: Readonly<Record<string, string>>,
      callback: (error: OAuth2Error | null, token: string, refreshToken: string, results: Results) => void,
    ): void;
    useAuthorizationHeaderforGET(use: boolean): void;
    get(url: string, token: string, callback: (error: OAuth2Error | null, body?: string) => void): void;
  }
}
