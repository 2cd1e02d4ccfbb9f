import { defined, type FailingLogin, type Overview } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { commandLine } from '../brief/command-line.ts';
import { section, text, type Block, type Document, type TableRow } from '../document.ts';
import { standing, undecided, type Judgement } from '../formats/judgement.ts';
import { judged } from '../formats/openmetrics.ts';
import { orgLabels } from '../formats/org-labels.ts';
import type { Sheet } from '../formats/sheet.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom, type Say } from '../say.ts';
import { span, utc } from '../time.ts';
import { aboutLogin } from './logins.ts';

type Speech = { readonly say: Say; readonly words: Words };

const signs = ({ rows, first, last, lastSuccess, change }: FailingLogin, { say }: Speech): readonly string[] => [
  say('overview.fails', { rows, first: utc(first), last: utc(last) }),
  ...(lastSuccess === undefined ? [] : [say('overview.worked', { at: utc(lastSuccess) })]),
  ...(change === undefined
    ? []
    : [say('overview.change', { at: utc(change.at), by: change.by ?? '-', display: change.display || change.action })]),
];

const titleOf = ({ causes: [cause], status }: FailingLogin): string => cause?.title ?? status;

const diagnose = ({ user, app }: FailingLogin, { targetOrg }: Overview): string =>
  commandLine('sf auth doctor', [
    ['-o', targetOrg?.username],
    ['--username', user],
    ['--app', app],
  ]);

const unseen = ({ permission }: Overview, { say }: Speech): string =>
  permission === undefined ? say('overview.unseen') : say('overview.denied', { permission });

const judgements = (overview: Overview, exitCode: number, speech: Speech): readonly Judgement[] => {
  const { failing, silent, targetOrg, outcome } = overview;
  const { say, words } = speech;
  const org = targetOrg?.username ?? '';
  const level = outcome === 'inconclusive' ? 'warned' : standing(exitCode);
  return [
    ...failing.map((one): Judgement => ({
      rule: one.causes[0]?.id ?? one.status,
      about: aboutLogin(one.user, one.app, words),
      level,
      title: titleOf(one),
      signs: signs(one, speech),
      more: diagnose(one, overview),
      ...defined({ since: one.first }),
    })),
    ...silent.map(({ user, app, silentMs, lastSuccess }): Judgement => ({
      rule: 'silence',
      about: aboutLogin(user, app, words),
      level: 'noted',
      title: say('overview.silent', { silent: span(silentMs), at: utc(lastSuccess) }),
      signs: [],
    })),
    ...(outcome === 'inconclusive'
      ? [{ rule: 'undecided', about: org, level: undecided(exitCode), title: unseen(overview, speech), signs: [] }]
      : []),
    ...(outcome === 'healthy'
      ? [{ rule: 'logins', about: org, level: 'passed' as const, title: say('overview.quiet'), signs: [] }]
      : []),
  ];
};

const table = (all: readonly Judgement[], { say }: Speech): readonly Block[] => {
  const rowOf = ({ about, title, signs: seen, level }: Judgement): TableRow => ({
    cells: [say(`level.${level}`), about, [title, ...seen].join(' ')],
    tone: level === 'failed' ? 'bad' : level === 'passed' ? 'good' : 'unsure',
  });
  const columns = ['level', 'about', 'title'].map((name) => ({ label: say(`column.${name}`) }));
  return [{ kind: 'table', columns, rows: all.map(rowOf) }];
};

const documentOf = (overview: Overview, all: readonly Judgement[], speech: Speech): Document => {
  const { window, targetOrg, successes } = overview;
  const { say } = speech;
  const [first] = overview.failing;
  return [
    {
      blocks: [
        text(
          say('overview.window', {
            org: targetOrg?.username ?? '',
            from: utc(window.from),
            to: utc(window.to),
            successes,
          }),
        ),
      ],
    },
    ...section(say('title.logins'), table(all, speech)),
    ...(first === undefined
      ? []
      : section(say('title.next'), [
          {
            kind: 'rows',
            rows: overview.failing.map((one) => ({
              label: aboutLogin(one.user, one.app, speech.words),
              cells: [{ kind: 'copy', text: diagnose(one, overview) }],
            })),
          },
        ])),
  ];
};

/** What fails in an org now, for every format but the screen. */
export const overviewSheet = (given: Overview, exitCode: number, words: Words): Sheet => {
  const overview = allPrintable(given);
  const speech = { say: sayFrom(words, 'formats'), words };
  const all = judgements(overview, exitCode, speech);
  return {
    command: 'sf auth doctor',
    title: speech.say('title.overview'),
    document: documentOf(overview, all, speech),
    judgements: all,
    metrics: judged({ judgements: all }, orgLabels(overview.targetOrg), exitCode, words),
    data: given,
  };
};
