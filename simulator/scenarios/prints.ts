import type { Told } from './client.ts';

/** What usual clients make of an answer. Each of these is a shape that people paste into tickets. */
type Prints = (told: Told) => string;

const tokenError = (told: Told): { error: string; error_description: string } => {
  const { error, error_description } = JSON.parse(told.body) as Record<string, string | undefined>;
  return { error: error ?? '', error_description: error_description ?? '' };
};

const described = (told: Told): string => tokenError(told).error_description;

/** `curl`: the body as it came. */
export const body: Prints = (told) => told.body.trim();

/** `curl --include`, of a redirect. */
export const redirect: Prints = (told) => `HTTP/1.1 ${told.status} Moved Permanently\nLocation: ${told.body}`;

/** jsforce, simple-salesforce and many more: code, colon, description. */
export const codeAndText: Prints = (told) => `${tokenError(told).error}: ${described(told)}`;

const notTheCli =
  'We encountered a JSON web token error, which is likely not an issue with Salesforce CLI. Here’s the error: ';

/** `sf org login jwt` (2.150): the description alone; the code is lost. */
export const cliJwt: Prints = (told) =>
  `Error (JwtGrantError): ${notTheCli}JwtAuthError::Error authenticating with JWT.\nErrors encountered:\n${described(told)}`;

/** Any `sf` command whose stored refresh token is refused. */
export const cliRefresh: Prints = (told) =>
  `Error (RefreshTokenAuthError): Error authenticating with the refresh token due to: ${described(told)}`;

/** simple-salesforce. */
export const python: Prints = (told) =>
  `simple_salesforce.exceptions.SalesforceAuthenticationFailed: ${tokenError(told).error}: ${described(told)}`;

/** A log line of a service that speaks to the endpoint by itself. */
export const serviceLog: Prints = (told) => `ERROR token request failed with HTTP ${told.status}: ${told.body.trim()}`;

const unescaped = (text: string): string => decodeURIComponent(text.replaceAll('+', '%20'));

/** What stands in the address bar of a browser that came back from authorize, or on the page where it stayed. */
const authorizeError = (told: Told): { error: string; description: string } => {
  const [, error = '', description = ''] = /error=(\w+)&error_description=([^<&]*)/.exec(told.body) ?? [];
  return { error, description: unescaped(description) };
};

/** The address of the page, as people copy it from their browser. */
export const address: Prints = (told) => {
  const { error, description } = authorizeError(told);
  return `/setup/secur/RemoteAccessErrorPage.apexp?error=${error}&error_description=${encodeURIComponent(description)}`;
};

/** A web application that shows what its callback was sent. */
export const callback: Prints = (told) => {
  const { error, description } = authorizeError(told);
  return `OAuth callback error: ${error}: ${description}`;
};

/** node-fetch, axios and what is built on them, where no answer came. */
export const failedRequest: Prints = (told) =>
  `FetchError: request to https://acme.my.salesforce.com/services/oauth2/token failed, reason: ${told.body}`;

/** The client's own words, where it never got so far as to ask. */
export const itself: Prints = (told) => told.body;
