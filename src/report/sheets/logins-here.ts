import { defined, type LoginHere, type LoginsHere } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { section, text, type Document } from '../document.ts';
import { standing, undecided, type Judgement, type Level } from '../formats/judgement.ts';
import { judged } from '../formats/openmetrics.ts';
import type { Sheet } from '../formats/sheet.ts';
import { byNeed, nameOf, stateOf } from '../overview/logins.ts';
import { acceptedLine } from '../parts/accepted.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom } from '../say.ts';
import { readable } from '../time.ts';
import { endsTimeline } from './timeline.ts';
import { pageOf, toDoOf } from './to-do.ts';

const levelOf = ({ state }: LoginHere, { outcome }: LoginsHere, exitCode: number): Level => {
  if (state === 'works') return 'passed';
  if (state === 'fails' || state === 'transient') return standing(exitCode);
  return outcome === 'inconclusive' ? undecided(exitCode) : 'warned';
};

const ofLogin = (one: LoginHere, logins: LoginsHere, exitCode: number, words: Words): readonly Judgement[] => {
  const [say, also] = [sayFrom(words, 'screen'), sayFrom(words)];
  const { findings } = one.diagnosis;
  const about = nameOf(one);
  const root = findings.find(({ role }) => role !== 'later');
  return [
    {
      rule: root?.cause ?? one.state,
      about,
      level: levelOf(one, logins, exitCode),
      title: stateOf(one, { say, also }),
      signs: root?.signs.map((sign) => readable(sign.text)) ?? [],
      ...toDoOf(root?.remedies ?? [], also),
      more: `sf auth doctor --login ${one.login.alias ?? one.login.username}`,
    },
    ...findings
      .filter(({ role }) => role === 'later')
      .map((finding): Judgement => ({
        rule: finding.cause,
        about,
        level: finding.accepted !== undefined ? 'noted' : logins.outcome === 'healthy' ? standing(exitCode) : 'warned',
        title: finding.title,
        signs: [...acceptedLine(finding, also), ...finding.signs.map((sign) => readable(sign.text))],
        more: pageOf(finding.cause),
        ...defined({ on: finding.on }),
      })),
  ];
};

const documentOf = (judgements: readonly Judgement[], words: Words): Document => {
  const say = sayFrom(words, 'formats');
  return [
    ...section(say('title.logins'), [
      {
        kind: 'table',
        columns: ['level', 'about', 'title'].map((name) => ({ label: say(`column.${name}`) })),
        rows: judgements.map(({ level, about, title, signs }) => ({
          cells: [say(`level.${level}`), about, [title, ...signs].join(' ')],
          tone: level === 'failed' ? 'bad' : level === 'passed' ? 'good' : 'unsure',
        })),
      },
    ]),
    ...endsTimeline(judgements, words),
  ];
};

/** The logins of this machine, for every format but the screen. */
export const loginsSheet = (given: LoginsHere, exitCode: number, words: Words): Sheet => {
  const logins = allPrintable(given);
  const judgements = byNeed(logins.logins).flatMap((one) => ofLogin(one, logins, exitCode, words));
  const say = sayFrom(words, 'formats');
  return {
    command: 'sf auth doctor',
    title: say('title.logins-here'),
    document: judgements.length === 0 ? [{ blocks: [text(say('logins.none'))] }] : documentOf(judgements, words),
    judgements,
    metrics: judged({ judgements }, {}, exitCode, words),
    data: given,
  };
};
