import type {
  LoginFailures,
  LoginRate,
  Silence,
  Spike,
  Storm,
  StormAhead,
  ThresholdResult,
} from '../../model/index.ts';
import { section, text } from '../document.ts';
import type { Block, Document } from '../document.ts';
import type { Say } from '../say.ts';
import { span, utc } from '../time.ts';
import { eventLogItems } from './event-log.ts';
import { loginLine } from './login.ts';
import { countOf, failures, figure, shares } from './numbers.ts';

/** What was not seen whole is only said of what was seen. */
const thresholdLine = ({ state, limit, windowMs, highest }: ThresholdResult, whole: boolean, say: Say): string => {
  const common = { limit: failures(say, limit), window: span(windowMs) };
  const seen = whole ? '' : '.seen';
  if (highest === undefined) return say(`threshold.kept.none${seen}`, common);
  const filling = {
    ...common,
    rows: state === 'undecided' ? figure(highest.rows) : failures(say, highest.rows),
    atMost: figure(highest.atMost ?? highest.rows),
    from: utc(highest.from),
    to: utc(highest.to),
  };
  if (state === 'kept') return say(`threshold.kept${seen}`, filling);
  return say(
    state === 'exceeded' && highest.atMost !== undefined ? 'threshold.exceeded.at-most' : `threshold.${state}`,
    filling,
  );
};

/** So many of a kind stand on the screen. */
const mostOfAKind = 5;

const few = <T>(all: readonly T[], one: (item: T) => string, say: Say): readonly Block[] => {
  const more = all.length - mostOfAKind;
  return [
    ...all.slice(0, mostOfAKind).map((item) => text(one(item), 'bad')),
    ...(more > 0 ? [text(countOf(say, 'alarms.more', more), 'quiet')] : []),
  ];
};

const tones = { exceeded: 'bad', undecided: 'unsure', kept: 'plain' } as const;

const threshold = (result: LoginFailures, say: Say): readonly Block[] =>
  result.threshold === undefined
    ? []
    : [text(thresholdLine(result.threshold, result.completeness.whole, say), tones[result.threshold.state])];

const spikeLine = ({ title, window, rows, baseline, times }: Spike, windowMs: number, say: Say): string =>
  say(times === undefined ? 'spike.new' : 'spike', {
    title,
    rows: failures(say, rows),
    from: utc(window.from),
    to: utc(window.to),
    times: times ?? '-',
    median: figure(baseline.median),
    windows: baseline.windows,
    window: span(windowMs),
    since: utc(baseline.from),
  });

const spikes = ({ spikes: found, spiking, completeness }: LoginFailures, say: Say): readonly Block[] => {
  if (spiking === undefined) return [];
  const window = span(spiking.windowMs);
  if (found.length > 0) return few(found, (spike) => spikeLine(spike, spiking.windowMs, say), say);
  if (completeness.pastUnseen === true) return [text(say('spike.unseen', { window }), 'unsure')];
  return [text(say('spike.none', { factor: spiking.factor, window }))];
};

const minutes = (time: number | 'forever' | undefined, say: Say): string => {
  if (time === undefined) return '';
  return time === 'forever' ? say('storm.forever') : say('storm.minutes', { minutes: time });
};

const aheadLine = (ahead: StormAhead, say: Say): string =>
  ahead.kind === 'lockout'
    ? say(`storm.lockout.${ahead.state}`, {
        limit: ahead.limit,
        wrong: figure(ahead.wrongPasswords),
        minutes: minutes(ahead.minutes, say),
      })
    : say(`storm.hourly-limit.${ahead.state}`, { limit: figure(ahead.limit), perHour: figure(ahead.perHour) });

const stormLine = (storm: Storm, say: Say): string =>
  [
    say('storm', {
      login: loginLine(storm, say),
      rows: failures(say, storm.rows),
      from: utc(storm.window.from),
      to: utc(storm.window.to),
      perMinute: figure(storm.perMinute),
      statuses: storm.statuses.join(', '),
    }),
    ...storm.ahead.map((ahead) => aheadLine(ahead, say)),
    ...(storm.lockoutUnknown ? [say('storm.lockout.unknown')] : []),
  ].join(' ');

const silenceLine = (silence: Silence, say: Say): string =>
  say('silence', {
    login: loginLine(silence, say),
    silent: span(silence.silentMs),
    last: utc(silence.lastSuccess),
    since: utc(silence.since),
    gap: span(silence.longestGapMs),
    successes: countOf(say, 'successes', silence.successes),
  });

const silences = ({ silences: found }: LoginFailures, say: Say): readonly Block[] =>
  found.length === 0 ? [] : [...few(found, (one) => silenceLine(one, say), say), text(say('silence.note'))];

/** Whose logins come near the limit of an hour. */
export const rateLine = ({ user, window, rows, successes, apps, limit, state }: LoginRate, say: Say): string =>
  say(`rate.${state}`, {
    user,
    from: utc(window.from),
    rows: figure(rows),
    successes: countOf(say, 'successes', successes),
    apps: apps.different === 0 ? '' : say('rate.apps', { apps: shares(say, apps) }),
    limit: figure(limit),
  });

/** What rang, each with the flag or the pattern that it rang by. */
export const alarmItems = (
  { threshold: limit, completeness, spikes: rising, spiking, silences: silent }: LoginFailures,
  say: Say,
): ReadonlyArray<{ readonly rule: string; readonly text: string }> => [
  ...(limit?.state === 'exceeded' ? [{ rule: 'threshold', text: thresholdLine(limit, completeness.whole, say) }] : []),
  ...(spiking === undefined
    ? []
    : rising.map((spike) => ({ rule: 'spike', text: spikeLine(spike, spiking.windowMs, say) }))),
  ...silent.map((one) => ({ rule: 'silence', text: silenceLine(one, say) })),
];

/** What a person must not overlook, in sentences. */
export const alarms = (result: LoginFailures, say: Say): Document =>
  section(say('title.alarms'), [
    ...threshold(result, say),
    ...spikes(result, say),
    ...few(result.storms, (storm) => stormLine(storm, say), say),
    ...few(result.rates, (rate) => rateLine(rate, say), say),
    ...silences(result, say),
    ...eventLogItems(result, say).map((item) => text(item)),
  ]);
