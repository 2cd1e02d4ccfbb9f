import { defined } from '../../model/index.ts';
const production = 'https://login.salesforce.com';
const sandbox = 'https://test.salesforce.com';
const generic: ReadonlySet<string> = new Set([production, sandbox]);

/** One login host and the audience of the assertion that was sent there. */
export type Attempt = { readonly host: string; readonly audience: string };

const origins = new Map<string, string>(
  [production, sandbox, 'https://gs1.salesforce.com'].map((url) => [url, url] as const),
);

const originOf = (url: string): string => {
  const known = origins.get(url);
  if (known !== undefined) return known;
  try {
    return new URL(url).origin;
  } catch {
    return url;
  }
};

/** The audience that the CLI takes for a login URL where SF_AUDIENCE_URL is not set (`getJwtAudienceUrl` in `@salesforce/core`). */
export const audienceOf = (loginUrl: string): string =>
  /gs1\.my\.salesforce\.com/iu.test(loginUrl) ? 'https://gs1.salesforce.com' : production;

/**
 * The hosts and audiences that the CLI's JWT login tries, in its order (`getLoginAudienceCombos` in `@salesforce/core`):
 * from the login URL that was given and the audience (SF_AUDIENCE_URL, else that of the login URL). As there, a pair of the same
 * origins keeps its first place and takes the later spelling, and only the exact URLs of production and sandbox count as mixed.
 */
export const loginAudiencePairs = (loginUrl: string, audienceUrl: string = audienceOf(loginUrl)): Attempt[] => {
  const all: ReadonlyArray<readonly [string, string]> = [
    [loginUrl, loginUrl],
    [sandbox, sandbox],
    [production, production],
    [audienceUrl, audienceUrl],
    [audienceUrl, production],
    [audienceUrl, sandbox],
    [loginUrl, audienceUrl],
    [loginUrl, production],
    [loginUrl, sandbox],
    [production, audienceUrl],
    [sandbox, audienceUrl],
  ];
  const kept = new Map<string, Attempt>();
  for (const [host, audience] of all) {
    const mixed = (host === production && audience === sandbox) || (host === sandbox && audience === production);
    if (!mixed) kept.set(`${originOf(host)} ${originOf(audience)}`, { host, audience });
  }
  return [...kept.values()];
};

/** What the text tells of a list: the note of each line, and the URLs of the command or the environment. */
export type ListNotes = {
  readonly notes: ReadonlyArray<Partial<Attempt>>;
  readonly loginUrl?: string | undefined;
  readonly audienceUrl?: string | undefined;
};

/** Stands for a My Domain that the text does not name. */
const someDomain = 'https://my-domain.invalid';
/** No list names more URLs: its login URL, its audience, production and sandbox. */
const mostUrls = 6;

const fits = (pairs: readonly Attempt[], notes: ListNotes['notes']): boolean =>
  pairs.length === notes.length &&
  notes.every(({ host, audience }, index) => {
    const pair = pairs[index];
    return host === undefined || (host === pair?.host && audience === pair.audience);
  });

const candidates = ({ notes, loginUrl, audienceUrl }: ListNotes): Attempt[][] => {
  const said = new Set(notes.flatMap(({ host, audience }) => [host, audience].filter((url) => url !== undefined)));
  if (said.size > mostUrls) return [];
  const named = [...said].filter((url) => !generic.has(url));
  const logins =
    loginUrl === undefined ? [...(named.length === 0 ? [someDomain] : named), production, sandbox] : [loginUrl];
  return logins.flatMap((login) => {
    const audiences = audienceUrl === undefined ? [audienceOf(login), sandbox, ...said] : [audienceUrl];
    return [...new Set(audiences)].map((audience) => loginAudiencePairs(login, audience));
  });
};

const agreed = (values: ReadonlyArray<string | undefined>): string | undefined => {
  const [only, other] = new Set(values);
  return other === undefined && only !== someDomain ? only : undefined;
};

/** Host and audience of each line, as far as every order that fits the list's length and notes says the same. */
export const attemptsOf = (told: ListNotes): Array<Partial<Attempt>> => {
  const orders = candidates(told).filter((pairs) => fits(pairs, told.notes));
  return told.notes.map((note, index) => {
    const host = note.host ?? agreed(orders.map((pairs) => pairs[index]?.host));
    const audience = note.audience ?? agreed(orders.map((pairs) => pairs[index]?.audience));
    return { ...defined({ host, audience }) };
  });
};

/** Whether every org of its kind logs in there: an answer of such a host may be about the wrong kind of org. */
export const isGenericHost = (url: string): boolean => generic.has(originOf(url));
