import { defined } from '../../model/index.ts';
import type { CauseId, Followed, ThresholdResult } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom, type Say } from '../say.ts';
import { span, utc } from '../time.ts';
import { cut } from '../waiting/cut.ts';
import { loginLine } from './login.ts';
import { countOf, failures } from './numbers.ts';

type Failed = Extract<Followed, { kind: 'failed' }>;

const means = ({ decides, suspects, recognised }: Failed, title: (id: CauseId) => string, say: Say): string => {
  if (!recognised) return say('follow.unknown');
  return [...(decides === undefined ? suspects : [decides])].map(title).join('; ');
};

const failedLine = (told: Failed, title: (id: CauseId) => string, say: Say): string => {
  const { at, user, app, sourceIp, status, rows } = told;
  const login = loginLine(
    {
      ...defined({ user, app }),
      ...(sourceIp === undefined ? {} : { addresses: { different: 1, top: [{ value: sourceIp, rows }] } }),
    },
    say,
  );
  const filling = { at: utc(at), login, status, rows: failures(say, rows), means: means(told, title, say) };
  return say(rows === 1 ? 'follow.incident' : 'follow.incident.rows', filling).trimEnd();
};

const exceededLine = (at: string, { highest, limit, windowMs }: ThresholdResult, say: Say): string =>
  say('follow.exceeded', {
    at: utc(at),
    rows: failures(say, highest?.rows ?? 0),
    window: span(windowMs),
    from: utc(highest?.from ?? at),
    to: utc(highest?.to ?? at),
    limit: failures(say, limit),
  });

const clock = (at: string): string => utc(at).slice(11, 19);

/** For a terminal: what it says before who it was, since the end of a line may be cut. */
const shortLine = (told: Failed, say: Say): string => {
  const { at, user, app, sourceIp, status, rows } = told;
  const who = [user, app, sourceIp].filter((name) => name !== undefined).join(' / ');
  return say(rows === 1 ? 'follow.short' : 'follow.short.rows', { at: clock(at), status, rows, who }).trimEnd();
};

/** One line for what is new. `columns`: of the terminal that it must fit; a pipe gets all of it. */
export const followLine = (told: Followed, words: Words, columns?: number): string => {
  if (columns === undefined) return wholeLine(told, words);
  const clean = allPrintable(told);
  const line = clean.kind === 'failed' ? shortLine(clean, sayFrom(words, 'loginhistory')) : wholeLine(clean, words);
  return cut(line, columns);
};

const wholeLine = (told: Followed, words: Words): string => {
  const say = sayFrom(words, 'loginhistory');
  const clean = allPrintable(told);
  const title = (id: CauseId): string => words.find(`cause.${id}`, 'title') ?? id;
  switch (clean.kind) {
    case 'failed':
      return failedLine(clean, title, say);
    case 'works-again':
      return say('follow.works-again', {
        at: utc(clean.at),
        login: loginLine(clean, say),
        span: span(Date.parse(clean.at) - Date.parse(clean.lastFailure)),
      });
    case 'exceeded':
      return exceededLine(clean.at, clean.threshold, say);
    case 'trouble':
      return say('follow.trouble', { at: utc(clean.at), why: clean.code });
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
