import { furtherKinds } from '../model/index.ts';
import type { FurtherKind, Purpose, RequestList, RequestOut } from '../model/index.ts';
import { composeRequestList, composeSent, mapStrings, showDocument, type Redactor } from '../report/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import type { Page } from './page.ts';

/** The flags that say how far a run may go, of whichever command. */
export type Leave = {
  readonly 'no-probe'?: unknown;
  readonly attempt?: unknown;
  readonly flow?: unknown;
  readonly introspect?: unknown;
  readonly wait?: unknown;
  readonly follow?: unknown;
  readonly error?: unknown;
};

type May = Readonly<Partial<Record<FurtherKind, boolean>>>;

/** What an org, or the text in which it may stand which host is meant, may lead to. */
const afterReading = (sends: ReadonlySet<Purpose>, leave: Leave): May => {
  const learnsHost = !sends.has('host-documents') && leave.error !== undefined;
  const asksHost = sends.has('host-documents') || learnsHost;
  const mayProbe = leave['no-probe'] !== true && leave.wait === undefined && !sends.has('key-probe');
  const introspects = leave.introspect === true && !sends.has('introspection');
  return {
    reading: true,
    renewal: true,
    'host-documents': learnsHost,
    'key-probe': mayProbe && asksHost,
    introspection: introspects,
  };
};

/** What the permission to log in may lead to. Without an org nothing stands in the way of a login that was named: then it is written down. */
const withAttempt = (sends: ReadonlySet<Purpose>, leave: Leave): May => {
  const comes = leave.wait === undefined && !sends.has('login');
  return {
    'browser-login': comes && leave.flow === 'web' && !sends.has('browser-login'),
    login: comes && (sends.has('reading') || leave.flow === 'web'),
    'login-each': comes && !sends.has('reading') && leave.flow !== 'web',
    'first-call': true,
  };
};

/** What may follow what is written down. */
export const furtherOf = (requests: readonly RequestOut[], leave: Leave): readonly FurtherKind[] => {
  const sends = new Set(requests.map(({ purpose }) => purpose));
  const may: May = {
    ...(sends.has('reading') ? afterReading(sends, leave) : {}),
    ...(leave.attempt === true && sends.size > 0 ? withAttempt(sends, leave) : {}),
    waiting: leave.wait !== undefined,
    following: leave.follow === true,
  };
  return furtherKinds.filter((kind) => may[kind]);
};

/** Never a secret in it; by a redactor, a pseudonym for every name as well. */
const safe = <T>(data: T, by: Redactor | undefined): T => {
  const clean = mapStrings(data, withoutSecrets);
  return by === undefined ? clean : by.data(clean, new Set(['method', 'purpose', 'further']));
};

export const safeRequestList = (list: RequestList, by?: Redactor): RequestList => safe(list, by);

export const safeSent = (requests: readonly RequestOut[], by?: Redactor): readonly RequestOut[] => safe(requests, by);

export const renderRequestList = (list: RequestList, page: Page): string =>
  showDocument(composeRequestList(list, page.words), page);

/** The list of what was sent, for the end of a screen. */
export const renderSent = (requests: readonly RequestOut[], by: Redactor | undefined, page: Page): string =>
  showDocument(composeSent(safeSent(requests, by), page.words), page);
