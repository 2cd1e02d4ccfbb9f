import {
  defined,
  type AllAppsCheck,
  type AppCheck,
  type AppCheckResult,
  type GateResult,
  type GateWarning,
} from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { standing, undecided, type Judgement, type Level } from '../formats/judgement.ts';
import { judged, type Metric } from '../formats/openmetrics.ts';
import type { Sheet } from '../formats/sheet.ts';
import { composeAllApps, composeCheck } from '../gates/index.ts';
import { allPrintable } from '../printable.ts';
import { acceptedLine } from '../parts/accepted.ts';
import { listed, sayFrom, type Say } from '../say.ts';
import { readable } from '../time.ts';
import { waitEnd } from '../waiting/index.ts';
import { aboutLogin } from './logins.ts';
import { orgLabels } from '../formats/org-labels.ts';
import { endsTimeline } from './timeline.ts';
import { pageOf, toDoOf } from './to-do.ts';

/** A gate that is closed although the login was granted counts no more than the outcome says. */
const gateLevel = ({ state }: GateResult, { outcome }: AppCheck, exitCode: number): Level => {
  if (state === 'closed') return outcome === 'healthy' ? 'warned' : standing(exitCode);
  return state === 'not-seen' ? 'not-seen' : 'passed';
};

const ofGate = (gate: GateResult, check: AppCheck, about: string, exitCode: number, words: Words): Judgement => {
  const [cause] = gate.closedBy;
  return {
    rule: cause?.cause ?? gate.gate,
    about,
    level: gateLevel(gate, check, exitCode),
    title: cause === undefined ? gate.title : `${gate.title}: ${cause.title}`,
    signs: [...new Set(gate.signs.filter(({ state }) => state === gate.state).map(({ text }) => readable(text)))],
    ...(cause === undefined ? {} : { ...toDoOf(cause.remedies, sayFrom(words)), more: pageOf(cause.cause) }),
  };
};

type Warned = Pick<AppCheck, 'warnings'>;

/** `counts`: whether what breaks later counts for the exit code. */
const ofWarnings = ({ warnings }: Warned, about: string, counts: boolean, say: Say): readonly Judgement[] =>
  warnings.map(({ gate, kind, text, cause, on, accepted }) => ({
    rule: cause ?? gate,
    about,
    level: kind === 'note' || accepted !== undefined ? 'noted' : counts ? 'failed' : 'warned',
    title: readable(text),
    signs: acceptedLine(defined({ accepted }), say),
    ...(cause === undefined ? {} : { more: pageOf(cause) }),
    ...defined({ on }),
  }));

/** What the waiting alone came to, where it was not the gates that stopped it. */
const ofWait = (
  { wait, app, decidingGate }: AppCheck,
  about: string,
  exitCode: number,
  words: Words,
): readonly Judgement[] => {
  if (wait === undefined) return [];
  const { verdict: title, told, likeliest } = waitEnd(wait, app.consumerKey, words);
  const { outcome } = wait;
  const level =
    outcome === 'ready' || outcome === 'known'
      ? 'passed'
      : outcome === 'inconclusive'
        ? undecided(exitCode)
        : decidingGate === undefined || exitCode !== 0
          ? standing(exitCode)
          : 'warned';
  return [{ rule: `wait-${outcome}`, about, level, title, signs: [...told, ...likeliest] }];
};

const oneApp = (check: AppCheck, exitCode: number, words: Words): readonly Judgement[] => {
  const { app, integration, outcome, gates, wait, targetOrg } = check;
  const about = aboutLogin(integration.runAs ?? integration.username, app.name ?? app.consumerKey, words);
  const say = sayFrom(words, 'gates');
  const unseen = gates.filter(({ state }) => state === 'not-seen').map(({ title }) => title);
  const open =
    outcome === 'inconclusive' && (wait === undefined || (wait.outcome === 'known' && targetOrg !== undefined))
      ? say.count('screen.decides.not-seen', unseen.length, { gates: listed(unseen) })
      : undefined;
  return [
    ...(open === undefined ? [] : [{ rule: 'undecided', about, level: undecided(exitCode), title: open, signs: [] }]),
    ...ofWait(check, about, exitCode, words),
    ...gates
      .filter(({ state }) => state !== 'not-applicable')
      .map((gate) => ofGate(gate, check, about, exitCode, words)),
    ...ofWarnings(check, about, outcome === 'healthy' && exitCode !== 0, sayFrom(words)),
  ];
};

const areAccepted = (warnings: readonly GateWarning[]): boolean =>
  warnings.every(({ kind, accepted }) => kind !== 'later' || accepted !== undefined);

const everyApp = (check: AllAppsCheck, exitCode: number, words: Words): readonly Judgement[] => {
  const { apps, outcome, blindSpots } = check;
  const say = sayFrom(words, 'gates');
  const org = check.targetOrg?.username ?? '';
  const levels = {
    closed: standing(exitCode),
    later: outcome === 'healthy' ? standing(exitCode) : 'warned',
    note: 'noted',
    'not-seen': 'not-seen',
    open: 'passed',
  } as const;
  return [
    ...(outcome === 'inconclusive'
      ? [
          {
            rule: 'undecided',
            about: org,
            level: undecided(exitCode),
            title: words.text('formats', 'undecided.apps'),
            signs: [],
          },
        ]
      : []),
    ...apps.map(({ app, outcome: state, riskiest, warnings }): Judgement => ({
      rule: riskiest?.cause ?? riskiest?.gate ?? 'gates',
      about: app.name ?? '',
      level: state === 'later' && areAccepted(warnings) ? 'noted' : levels[state],
      title:
        riskiest === undefined
          ? say('screen.all.nothing')
          : say('screen.note', { gate: say(`gate.${riskiest.gate}`), text: readable(riskiest.text) }),
      signs: [],
      ...(riskiest?.cause === undefined ? {} : { more: pageOf(riskiest.cause) }),
      ...defined({ on: riskiest?.on }),
    })),
    ...blindSpots.map(({ fact, text }) => ({
      rule: fact,
      about: org,
      level: 'not-seen' as const,
      title: text,
      signs: [],
    })),
  ];
};

/** The tokens of each app. */
const tokens = ({ apps, targetOrg }: AllAppsCheck, words: Words): readonly Metric[] => [
  {
    name: 'app_tokens',
    help: words.text('formats', 'metric.tokens'),
    samples: apps.flatMap(({ app, tokens: found }) =>
      found === undefined ? [] : [[{ ...orgLabels(targetOrg), about: app.name ?? '' }, found.total] as const],
    ),
  },
];

/** A check, for every format but the screen. */
export const checkSheet = (given: AppCheckResult, exitCode: number, words: Words): Sheet => {
  const check = allPrintable(given);
  const isAll = 'apps' in check;
  const judgements = isAll ? everyApp(check, exitCode, words) : oneApp(check, exitCode, words);
  return {
    command: 'sf auth connectedapp check',
    title: words.text('gates', isAll ? 'screen.title.all' : 'screen.title'),
    document: [
      ...(isAll ? composeAllApps(check, words) : composeCheck(check, words)),
      ...endsTimeline(judgements, words),
    ],
    judgements,
    metrics: [
      ...judged({ judgements }, orgLabels(check.targetOrg), exitCode, words),
      ...(isAll ? tokens(check, words) : []),
    ],
    data: given,
  };
};
