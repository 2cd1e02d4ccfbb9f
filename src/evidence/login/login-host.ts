import { known, shortId, unknown, type Fact, type LoginHost, type Source } from '../../model/index.ts';
import { exchange, hostOf, jsonObject, loginBase, outOfTime, textMember, type Answer } from '../../oauth/index.ts';
import { skewOf } from './clock-skew.ts';
import { cures } from './cures.ts';
import { hostKind, type HostKind } from './host-kind.ts';
import { unanswered } from './unanswered.ts';

export type LoginHostEvidence = {
  readonly loginHost: Fact<LoginHost>;
  readonly clockSkew: Fact<number>;
  readonly requests: number;
};

type Timed = { readonly answer: Answer; readonly asked: number; readonly answered: number };
type Reached = Extract<Answer, { reached: true }>;

const isHtml = ({ contentType, body }: Reached): boolean =>
  contentType.toLowerCase().includes('html') || /^\s*<(?:!doctype|html|head|body)/iu.test(body);

/** Salesforce's own page, by its words and its table: a proxy may be down for maintenance too. Source: recorded answer. */
const isMaintenance = (body: string): boolean =>
  body.includes('We are down for maintenance.') && /<table bgcolor="white"[^>]* width="758"/u.test(body);

/** Without query and fragment: a redirect may carry more than where it goes. */
const bareUrl = (location: string, base: string): string => {
  const url = URL.parse(location, base);
  return url === null ? '' : `${url.origin}${url.pathname}`;
};

/** A host that is not known by name may be by what it calls itself; one that names its org is a My Domain. */
const kindOf = (url: string, issuer: string | undefined, orgId: string | undefined): HostKind => {
  const kinds = [hostKind(url), hostKind(issuer)];
  return kinds.find((kind) => kind !== 'other') ?? (orgId === undefined ? 'other' : 'my-domain');
};

/** `openid` speaks for the host; where only the other was answered, that one does. */
const describe = (url: string, openid: Answer, configuration: Answer): LoginHost => {
  const spoken = openid.reached ? openid : configuration;
  if (!spoken.reached) return { url, reachable: false, trouble: spoken.trouble };
  const issuer = textMember(openid.reached ? jsonObject(openid.body) : undefined, 'issuer');
  const orgId = textMember(configuration.reached ? jsonObject(configuration.body) : undefined, 'OrgId');
  return {
    url,
    reachable: true,
    kind: kindOf(url, issuer, orgId),
    ...(orgId === undefined ? {} : { orgId: shortId(orgId) }),
    status: spoken.status,
    html: isHtml(spoken),
    ...(isHtml(spoken) && isMaintenance(spoken.body) ? { page: 'maintenance' as const } : {}),
    ...(spoken.location === undefined ? {} : { redirectedTo: bareUrl(spoken.location, url) }),
  };
};

/** The clock of the run stopped first: whether the host can be reached is not known. */
const isCutOff = (answers: readonly Answer[]): boolean =>
  answers.every(({ reached }) => !reached) && answers.some((answer) => !answer.reached && answer.trouble === outOfTime);

/** The quicker answer tells the time better. */
const skewFact = (timed: readonly Timed[], source: Source): Fact<number> => {
  const skews = timed
    .toSorted((one, other) => one.answered - one.asked - (other.answered - other.asked))
    .map(({ answer, asked, answered }) =>
      answer.reached && answer.date !== undefined ? skewOf({ date: answer.date, asked, answered }) : undefined,
    );
  const skew = skews.find((value) => value !== undefined);
  if (skew !== undefined) return known(skew, source);
  const failed = timed.map(({ answer }) => answer).find((answer) => !answer.reached);
  return failed === undefined ? unknown('depends-on-unknown', undefined, source) : unanswered(failed.trouble, source);
};

/**
 * What a login host shows to anyone: two documents, asked for side by side, without a token.
 * Both are unauthenticated, and on a My Domain `auth-configuration` names the org. A host that cannot be reached is known to be so.
 */
export const askLoginHost = async (question: {
  readonly url: string;
  /** Epoch ms, UTC. */
  readonly now: () => number;
  readonly timeoutMs: number;
  /** The clock of the whole run. */
  readonly signal?: AbortSignal | undefined;
}): Promise<LoginHostEvidence> => {
  const { url, now, timeoutMs, signal } = question;
  const base = loginBase(url);
  const source: Source = { place: 'login-host', name: hostOf(url) };
  const ask = async (document: string): Promise<Timed> => {
    const asked = now();
    const answer = await exchange({
      url: `${base}/.well-known/${document}`,
      purpose: 'host-documents',
      timeoutMs,
      signal,
    });
    return { answer, asked, answered: now() };
  };
  const [openid, configuration] = await Promise.all([ask('openid-configuration'), ask('auth-configuration')]);
  return {
    loginHost: isCutOff([openid.answer, configuration.answer])
      ? unknown('timed-out', undefined, source)
      : known(describe(url, openid.answer, configuration.answer), source),
    clockSkew: skewFact([openid, configuration], source),
    requests: 2,
  };
};

/** The same, where nothing may be asked, or nobody said which host. */
export const loginHostNotAsked = (offline: boolean): LoginHostEvidence => {
  const fact = unknown('not-asked', offline ? cures.online : cures.loginUrl);
  return { loginHost: fact, clockSkew: fact, requests: 0 };
};
