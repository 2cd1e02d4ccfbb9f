import type { LoginFailures, Silence, Spike, ThresholdResult } from '../../../model/index.ts';
import { plain } from '../../brief/part.ts';
import type { Line } from '../../brief/part.ts';
import { verdict } from '../../brief/verdict.ts';
import { fromTo } from '../../brief/when.ts';
import { span } from '../../time.ts';
import { loginLine } from '../login.ts';
import { countOf, failures, figure } from '../numbers.ts';
import type { FailuresBrief } from './page.ts';

const exceeded = ({ limit, windowMs, highest }: ThresholdResult, { say, also, reader }: FailuresBrief): string =>
  say('alarm.threshold', {
    rows: failures(also, highest?.rows ?? 0),
    window: span(windowMs),
    when: highest === undefined ? '' : fromTo(highest, reader),
    limit: figure(limit),
  });

const spike = ({ title, rows, window, baseline }: Spike, { say, also, reader }: FailuresBrief): string =>
  say('alarm.spike', {
    title,
    rows: failures(also, rows),
    when: fromTo(window, reader),
    median: figure(baseline.median),
  });

export const silent = (silence: Silence, { say, also }: FailuresBrief): string =>
  say('silent', {
    login: loginLine(silence, also),
    silent: span(silence.silentMs),
    gap: span(silence.longestGapMs),
  });

/** What makes the command end with 3, each in a sentence. */
const alarmsOf = (result: LoginFailures, brief: FailuresBrief): readonly string[] => {
  const { threshold, spikes, silences, spiking } = result;
  const asked = threshold !== undefined || spiking !== undefined;
  return [
    ...(threshold?.state === 'exceeded' ? [exceeded(threshold, brief)] : []),
    ...spikes.map((one) => spike(one, brief)),
    ...(asked ? silences.map((one) => silent(one, brief)) : []),
  ];
};

/** `7 logins in 24 h`: what was counted, and in which time. */
const counted = ({ totals, window }: LoginFailures, { say, also }: FailuresBrief): string =>
  say('counted', {
    failures: failures(also, totals.failures),
    successes: countOf(also, 'successes', totals.successes),
    span: span(Date.parse(window.to) - Date.parse(window.from)),
  });

/** The first line: whether it is an alarm, and which; else what was counted. */
export const verdictLines = (result: LoginFailures, brief: FailuresBrief): readonly Line[] => {
  const { say, width } = brief;
  const { outcome, totals, silences, completeness } = result;
  if (outcome === 'alarm') {
    const [first = '', ...others] = alarmsOf(result, brief);
    const text =
      others.length === 0 ? say('alarm', { what: first }) : say('alarm.of', { what: first, count: others.length + 1 });
    return verdict({ mark: '✖', tone: 'bad', text }, width);
  }
  const counts = counted(result, brief);
  if (outcome === 'inconclusive') {
    const text = say(completeness.whole ? 'undecided' : 'not-whole', { counts });
    return verdict({ mark: '?', tone: 'unsure', text }, width);
  }
  if (totals.failures === 0 && silences.length === 0)
    return verdict({ mark: '✔', tone: 'good', text: say('quiet', { counts }) }, width);
  const text = say(outcome === 'no-alarm' ? 'no-alarm' : 'listed', { counts });
  return verdict(
    outcome === 'no-alarm' ? { mark: '✔', tone: 'good', text } : { mark: '!', tone: 'unsure', text },
    width,
  );
};

export const moreAlarms = (result: LoginFailures, brief: FailuresBrief): ReadonlyArray<readonly Line[]> =>
  alarmsOf(result, brief)
    .slice(1)
    .map((text) => plain(brief.say('also', { what: text }), brief.width, 'bad'));
