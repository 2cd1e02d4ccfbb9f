import { defined, type FailureGroup, type LoginFailures } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { section, type Document } from '../document.ts';
import { standing, undecided, type Judgement } from '../formats/judgement.ts';
import { judged } from '../formats/openmetrics.ts';
import type { Sheet } from '../formats/sheet.ts';
import { alarmItems, rateLine } from '../loginhistory/alarms.ts';
import { chartLines } from '../loginhistory/chart/terminal.ts';
import { composeFailures } from '../loginhistory/compose.ts';
import { failuresCsv } from '../loginhistory/csv.ts';
import { figureHtml } from '../loginhistory/html/figure.ts';
import { groupSigns } from '../loginhistory/groups.ts';
import { loginLine } from '../loginhistory/login.ts';
import { nextCommand, whoOf } from '../loginhistory/next.ts';
import { failuresMetrics, sourceOf } from '../loginhistory/openmetrics.ts';
import { unseenItems } from '../loginhistory/unseen.ts';
import { sayFrom } from '../say.ts';
import { toDoOf } from './to-do.ts';

/** As wide as a page of text. */
const width = 80;

const chart = (clean: LoginFailures, words: Words): Document => {
  const say = sayFrom(words, 'loginhistory');
  const lines = chartLines(clean.chart, { width, colour: false }, say);
  return lines.length === 0
    ? []
    : section(say('title.chart'), [{ kind: 'figure', lines, html: figureHtml(clean.chart, say) }]);
};

const ofGroup = (group: FailureGroup, result: LoginFailures, words: Words): Judgement => {
  const { causes, key, title, first, remedy } = group;
  const say = sayFrom(words, 'loginhistory');
  return {
    rule: causes[0]?.id ?? key,
    about: loginLine(whoOf(group), say),
    level: 'warned',
    title,
    signs: groupSigns(group, say),
    ...toDoOf(remedy === undefined ? [] : [remedy], sayFrom(words)),
    ...defined({ more: nextCommand(group, result.from) }),
    since: first,
  };
};

const judgements = (result: LoginFailures, exitCode: number, words: Words): readonly Judgement[] => {
  const say = sayFrom(words, 'loginhistory');
  const about = result.from.kind === 'org' ? result.from.targetOrg.username : result.from.name;
  const { outcome, completeness } = result;
  const alarms = alarmItems(result, say).map(({ rule, text }): Judgement => ({
    rule,
    about,
    level: standing(exitCode),
    title: say(`alarm.${rule}`),
    signs: [text],
  }));
  return [
    ...(outcome === 'alarm' ? alarms : []),
    ...(outcome === 'inconclusive'
      ? [
          {
            rule: 'undecided',
            about,
            level: undecided(exitCode),
            title: say('outcome.inconclusive'),
            signs: unseenItems(completeness, say),
          },
        ]
      : []),
    ...result.groups.map((group) => ofGroup(group, result, words)),
    ...result.rates.map((rate): Judgement => ({
      rule: 'login-rate',
      about: rate.user,
      level: 'warned',
      title: say('rate.title'),
      signs: [rateLine(rate, say)],
    })),
    ...(outcome === 'no-alarm' || (outcome === 'listed' && result.groups.length === 0)
      ? [{ rule: 'alarms', about, level: 'passed' as const, title: say(`outcome.${outcome}`), signs: [] }]
      : []),
    ...(outcome === 'inconclusive'
      ? []
      : unseenItems(completeness, say).map((title) => ({
          rule: 'logins',
          about,
          level: 'not-seen' as const,
          title,
          signs: [],
        }))),
  ];
};

/** Failed logins, for every format but the screen. */
export const failuresSheet = (given: LoginFailures, exitCode: number, words: Words): Sheet => {
  const { above, below, clean, say } = composeFailures(given, words);
  const all = judgements(clean, exitCode, words);
  return {
    command: 'sf auth loginhistory failures',
    title: say('title.report'),
    document: [...above, ...chart(clean, words), ...below],
    judgements: all,
    metrics: [
      ...failuresMetrics(clean, words),
      ...judged({ judgements: all }, sourceOf(clean), exitCode, words).filter(({ name }) => name === 'exit_code'),
    ],
    csv: failuresCsv(clean),
    data: given,
  };
};
