import { defined } from '../../model/index.ts';
import type { CauseId, Followed, ThresholdResult } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom, type Say } from '../say.ts';
import { nowTold } from '../local-time.ts';
import { span, utc } from '../time.ts';
import { cut } from '../waiting/cut.ts';
import { loginLine } from './login.ts';
import { countOf, failures } from './numbers.ts';

type Failed = Extract<Followed, { kind: 'failed' }>;

const means = ({ decides, suspects, recognised }: Failed, title: (id: CauseId) => string, say: Say): string => {
  if (!recognised) return say('follow.unknown');
  return [...(decides === undefined ? suspects : [decides])].map(title).join('; ');
};

/** What a line is told with: when, in UTC and local time, and from the messages. */
type Telling = { readonly when: (at: string) => string; readonly say: Say };

const failedLine = (told: Failed, title: (id: CauseId) => string, { when, say }: Telling): string => {
  const { at, user, app, sourceIp, status, rows } = told;
  const login = loginLine(
    {
      ...defined({ user, app }),
      ...(sourceIp === undefined ? {} : { addresses: { different: 1, top: [{ value: sourceIp, rows }] } }),
    },
    say,
  );
  const filling = { at: when(at), login, status, rows: failures(say, rows), means: means(told, title, say) };
  return say(rows === 1 ? 'follow.incident' : 'follow.incident.rows', filling).trimEnd();
};

const exceededLine = (at: string, { highest, limit, windowMs }: ThresholdResult, { when, say }: Telling): string =>
  say('follow.exceeded', {
    at: when(at),
    rows: failures(say, highest?.rows ?? 0),
    window: span(windowMs),
    from: utc(highest?.from ?? at),
    to: utc(highest?.to ?? at),
    limit: failures(say, limit),
  });

/** For a terminal: what it says before who it was, since the end of a line may be cut. */
const shortLine = (told: Failed, { when, say }: Telling): string => {
  const { at, user, app, sourceIp, status, rows } = told;
  const who = [user, app, sourceIp].filter((name) => name !== undefined).join(' / ');
  return say(rows === 1 ? 'follow.short' : 'follow.short.rows', { at: when(at), status, rows, who }).trimEnd();
};

export type FollowPage = {
  readonly words: Words;
  /** Whose time stands beside UTC, as in the database of time zones. */
  readonly zone: string;
  /** Of the terminal that a line must fit; a pipe gets all of it. */
  readonly columns?: number | undefined;
};

/** One line for what is new. */
export const followLine = (told: Followed, { words, zone, columns }: FollowPage): string => {
  const clean = allPrintable(told);
  const say = sayFrom(words, 'loginhistory');
  const telling = (day: boolean): Telling => ({ when: (at) => nowTold(at, { words, zone, day }), say });
  const isShort = columns !== undefined && clean.kind === 'failed';
  const line = isShort ? shortLine(clean, telling(false)) : wholeLine(clean, telling(true), words);
  return columns === undefined ? line : cut(line, columns);
};

const wholeLine = (told: Followed, telling: Telling, words: Words): string => {
  const { when, say } = telling;
  const title = (id: CauseId): string => words.find(`cause.${id}`, 'title') ?? id;
  switch (told.kind) {
    case 'failed':
      return failedLine(told, title, telling);
    case 'works-again':
      return say('follow.works-again', {
        at: when(told.at),
        login: loginLine(told, say),
        span: span(Date.parse(told.at) - Date.parse(told.lastFailure)),
      });
    case 'exceeded':
      return exceededLine(told.at, told.threshold, telling);
    case 'trouble':
      return say('follow.trouble', { at: when(told.at), why: told.code });
  }
};

export const followIntro = (intervalMs: number, words: Words): string =>
  words.text('loginhistory', 'follow.intro', { interval: span(intervalMs) });

type Totals = { readonly failures: number; readonly successes: number };

export const followEnd = (totals: Totals, milliseconds: number, words: Words): string => {
  const say = sayFrom(words, 'loginhistory');
  return say('follow.end', {
    failures: failures(say, totals.failures),
    successes: countOf(say, 'successes', totals.successes),
    span: span(milliseconds),
  });
};
