import { defined, Trouble } from '../../model/index.ts';
import type { LoginFailures } from '../../model/index.ts';
import { countedIn, untoldFailures } from '../counted.ts';
import { filteredBy } from '../filter.ts';
import type { GroupContext } from '../groups/describe.ts';
import { mainLogin } from '../groups/main-login.ts';
import { foundOf, successesIn, successesOf } from '../groups/successes.ts';
import { keyFor } from '../groups/key.ts';
import { namesFrom, type Catalogue } from '../naming.ts';
import { openLoginFile } from '../reading/file/open-login-file.ts';
import { readLoginFile, type LoginFile } from '../reading/file/read-login-file.ts';
import { dimensions } from '../reading/tally/group.ts';
import { spanFor, type FailuresRequest, type Span } from '../request.ts';
import { isWhole, spanMsFor } from '../spans.ts';
import { iso, minuteMs, period } from '../times.ts';
import { groupsOf, nothingAround, understand, type RowsRequest, type RowCounts } from '../understand.ts';

/** Columns that are not there; an event log file never has the app, which matters where it is filtered by. */
const missingIn = ({ format, missing }: LoginFile, { filters }: FailuresRequest): readonly string[] =>
  format === 'event-log-file' && filters.apps.length > 0 ? [...missing, 'application'] : missing;

/** Titles and foot lines are no rows, and other events no logins. */
const notRows: ReadonlySet<string> = new Set(['before-header', 'other-event']);

const unreadOf = ({ unread: { byReason, samples } }: LoginFile) => {
  const counted = Object.entries(byReason).filter(([reason]) => !notRows.has(reason));
  const rows = counted.reduce((sum, [, count]) => sum + count, 0);
  return {
    rows,
    byReason: Object.fromEntries(counted),
    samples: samples
      .filter(({ reason }) => !notRows.has(reason))
      .map(({ line, reason, text }) => ({ line, reason, ...defined({ text }) })),
  };
};

/** The Setup page shows so many rows, the newest. Source: limits sheet, section 1. */
const setupRows = 20_000;

const cutAt = ({ format, isTally, tally }: LoginFile): number | undefined =>
  format === 'login-history' && !isTally && tally.totals.rows === setupRows ? setupRows : undefined;

const read = async (path: string, request: FailuresRequest): Promise<LoginFile> => {
  const file = await readLoginFile(await openLoginFile(path), {
    zone: request.zone,
    span: spanMsFor(request),
    now: request.now,
  });
  if (!('tally' in file)) {
    throw new Trouble('login-file-unknown', { path, start: file.unread.samples[0]?.text ?? '-' });
  }
  if (request.tallied === true && !file.isTally) throw new Trouble('tally-unknown', { path });
  return file;
};

/** Whole spans, so that no row is half inside. */
const spanIn = (file: LoginFile, request: FailuresRequest): Span => {
  const { since, until } = spanFor(request, file.tally.until, file.tally.since);
  if (isWhole(request)) return { since, until };
  const { spanMs: step } = file;
  return { since: Math.floor(since / step) * step, until: Math.ceil(until / step) * step };
};

const contextsIn = (
  asked: RowsRequest,
  counted: RowCounts,
  nameOf: (user: string) => string,
): Map<string, GroupContext> => {
  const pieces = Map.groupBy(counted.failures, keyFor(asked.by, nameOf));
  const logins = groupsOf(counted.failures, asked.by, { nameOf }).flatMap((folded) => {
    const login = mainLogin(folded, pieces.get(folded.key) ?? []);
    return login === undefined ? [] : [{ key: folded.key, login }];
  });
  const found = successesIn(
    counted.activity ?? [],
    logins.map(({ login }) => login),
  );
  return new Map(
    logins.map(({ key, login }) => [
      key,
      { ...successesOf(found, login), unsure: foundOf(found, login).unsure, login, changes: [] },
    ]),
  );
};

/**
 * The failures of a login file. Throws `Trouble('login-file-unreadable', { path, why })`, `Trouble('login-file-unknown', { path, start })`
 * where it is no login file, and `Trouble('tally-unknown', { path })` where a tally was asked for and its rows are not counted.
 */
export const failuresInFile = async (
  path: string,
  request: FailuresRequest,
  catalogue: Catalogue,
): Promise<Omit<LoginFailures, 'cost'>> => {
  const file = await read(path, request);
  const { tally } = file;
  const span = spanIn(file, request);
  if (span.since > span.until) throw new Trouble('window-empty', { since: iso(span.since), until: iso(span.until) });
  const nameOf = namesFrom(tally.usernames);
  const { by, filters, threshold } = request;
  const windowMs = request.spike?.windowMs ?? Math.max(minuteMs, span.until - span.since);
  const spike = request.spike === undefined ? undefined : { factor: request.spike.factor, windowMs };
  const asked: RowsRequest = {
    ...span,
    by,
    filters,
    ...defined({ threshold, spike }),
  };
  const all = new Set(dimensions);
  const counted = countedIn({
    tallies: [tally],
    ...span,
    filters,
    nameOf,
    successGroupsTell: all,
    successSpansTell: new Set(['application']),
    spanMs: file.spanMs,
  });
  const untold = untoldFailures([tally]);
  const unread = unreadOf(file);
  const cut = cutAt(file);
  const hidden = untold.some(({ dimension }) => filteredBy(filters).includes(dimension));
  const contexts = contextsIn(asked, counted, nameOf);
  return {
    from: {
      kind: 'file',
      name: path,
      format: file.format,
      zone: file.zone,
      dates: file.dates,
      missing: missingIn(file, request),
      ...(file.isTally ? { tallySpanMs: file.spanMs } : {}),
    },
    ...understand(
      asked,
      counted,
      { ...nothingAround, contexts },
      { nameOf, ...catalogue },
      {
        whole: unread.rows === 0 && cut === undefined && tally.gaps.length === 0 && !hidden,
        sight: 'whole',
        ownRowsOnly: false,
        gaps: tally.gaps.map(({ from, to, ...gap }) => ({ ...period(from, to), ...gap })),
        untold,
        ...(unread.rows === 0 ? {} : { unread }),
        ...defined({ cutAt: cut }),
        silenceLookedFor: counted.activity !== undefined,
      },
    ),
  };
};
