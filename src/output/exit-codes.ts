import { exitCodes } from '../model/index.ts';
import type {
  Acceptance,
  AllAppsCheck,
  AppCheck,
  AppCheckResult,
  Comparison,
  Diagnosis,
  ExitName,
  Explanation,
  FailuresOutcome,
  LoginFailures,
  LoginsHere,
  Outcome,
  Overview,
  Preview,
  Selftest,
  WaitOutcome,
} from '../model/index.ts';
import type { Words } from '../words/index.ts';

export const thresholds = ['blocks', 'later', 'never'] as const;

/** From which findings on a diagnosis fails. */
export type Threshold = (typeof thresholds)[number];

export const previewThresholds = ['refused', 'unknown', 'never'] as const;

/** From what on a preview fails. */
export type PreviewThreshold = (typeof previewThresholds)[number];

const ofOutcome: Readonly<Record<Outcome, ExitName>> = {
  healthy: 'healthy',
  'cause-found': 'causeFound',
  inconclusive: 'inconclusive',
  transient: 'transient',
};

const judged = (outcome: Outcome, breaksLater: boolean, failOn: Threshold): number => {
  if (failOn === 'never') return exitCodes.healthy;
  const fails = outcome === 'healthy' && failOn === 'later' && breaksLater;
  return exitCodes[fails ? 'causeFound' : ofOutcome[outcome]];
};

/** What a baseline accepts counts for nothing. */
const counts = ({ accepted }: { readonly accepted?: Acceptance }): boolean => accepted === undefined;

/** The same in every format, as are the others. */
export const exitCodeOf = ({ outcome, findings }: Diagnosis, failOn: Threshold): number =>
  judged(outcome, findings.some(counts), failOn);

/** A list is no diagnosis: it ends as what it lists does. */
export const exitCodeOfOverview = ({ outcome }: Pick<Overview, 'outcome'>, failOn: Threshold): number =>
  judged(outcome, false, failOn);

/** Logins end as the worst of them does. */
export const exitCodeOfLogins = ({ outcome, logins }: LoginsHere, failOn: Threshold): number =>
  judged(
    outcome,
    logins.some(({ diagnosis }) => diagnosis.findings.some(counts)),
    failOn,
  );

/** What the waiting alone comes to. */
export const exitCodesOfWaiting: Readonly<Record<WaitOutcome, number>> = {
  known: exitCodes.healthy,
  ready: exitCodes.healthy,
  fatal: exitCodes.causeFound,
  inconclusive: exitCodes.inconclusive,
  'gave-up': exitCodes.gaveUp,
  interrupted: exitCodes.interrupted,
};

const isLater = ({ warnings }: Pick<AppCheck, 'warnings'>): boolean =>
  warnings.some((one) => one.kind === 'later' && counts(one));

/** Two orgs end as the one does that was asked about. */
export const exitCodeOfComparison = ({ outcome, target }: Comparison, failOn: Threshold): number =>
  judged(outcome, isLater(target), failOn);

const breaksLater = (check: AppCheck | AllAppsCheck): boolean =>
  'apps' in check ? check.apps.some(isLater) : isLater(check);

/** Time that ran out and a Ctrl+C are no findings: no threshold covers them. */
export const exitCodeOfCheck = (check: AppCheckResult, failOn: Threshold): number => {
  const waited = 'apps' in check ? undefined : check.wait?.outcome;
  if (waited === 'gave-up' || waited === 'interrupted') return exitCodesOfWaiting[waited];
  const isWalked = waited === undefined || waited === 'ready' || (waited === 'known' && check.targetOrg !== undefined);
  return isWalked || failOn === 'never'
    ? judged(check.outcome, breaksLater(check), failOn)
    : exitCodesOfWaiting[waited];
};

/** A page or a list was asked for and is there. A text ends as `sf auth doctor` ends with the same text alone. */
export const exitCodeOfExplanation = (explanation: Explanation): number => {
  if (explanation.about !== 'text') return exitCodes.healthy;
  const [first] = explanation.causes;
  if (first?.standing !== 'confirmed') return exitCodes.inconclusive;
  return first.transient ? exitCodes.transient : exitCodes.causeFound;
};

const ofFailures: Readonly<Record<FailuresOutcome, ExitName>> = {
  alarm: 'causeFound',
  'no-alarm': 'healthy',
  listed: 'healthy',
  inconclusive: 'inconclusive',
};

export const exitCodeOfFailures = ({ outcome }: Pick<LoginFailures, 'outcome'>): number =>
  exitCodes[ofFailures[outcome]];

/** Files alone refuse nobody: what is wrong in them is all that there is to fail on. */
const lintFails = ({ counts, lint, targetOrg }: Preview): boolean =>
  targetOrg === undefined && counts.integrations === 0 && lint.some(({ level }) => level === 'error');

export const exitCodeOfPreview = (preview: Preview, failOn: PreviewThreshold): number => {
  if (failOn === 'never') return exitCodes.healthy;
  if (preview.outcome === 'refused' || lintFails(preview)) return exitCodes.causeFound;
  return preview.outcome === 'untold' && failOn === 'unknown' ? exitCodes.inconclusive : exitCodes.healthy;
};

const ofSelftest: Readonly<Record<Selftest['outcome'], ExitName>> = {
  holds: 'healthy',
  differs: 'causeFound',
  inconclusive: 'inconclusive',
};

export const exitCodeOfSelftest = ({ outcome }: Pick<Selftest, 'outcome'>): number => exitCodes[ofSelftest[outcome]];

/** Worst first: what somebody must change, what could not be done at all, what is open, what passes. */
const byWeight: readonly number[] = (['causeFound', 'toolFailed', 'inconclusive', 'transient'] as const).map(
  (name) => exitCodes[name],
);

/** Several orgs end as the worst of them does. */
export const exitCodeOfOrgs = (codes: readonly number[]): number =>
  byWeight.find((code) => codes.includes(code)) ?? exitCodes.healthy;

const judging: readonly ExitName[] = ['causeFound', 'inconclusive', 'transient'];
const anyhow = {
  first: ['healthy', 'toolFailed', 'wrongUsage'],
  last: ['interrupted', 'terminated'],
} as const satisfies Readonly<Record<string, readonly ExitName[]>>;

/** What a command can end with, beside what every command can. */
const endings = {
  doctor: judging,
  check: [...judging, 'gaveUp'],
  explain: judging,
  failures: ['causeFound', 'inconclusive'],
  runbook: [],
  sql: [],
  statuses: [],
  selftest: ['causeFound', 'inconclusive'],
  preview: ['causeFound', 'inconclusive'],
} as const satisfies Readonly<Record<string, readonly ExitName[]>>;

export type CommandName = keyof typeof endings;

/** How a command ends, in words. */
export const endOf = (words: Words, command: CommandName, code: number) => ({
  words,
  exit: { code, meaning: exitCodeHelp(words, command)[String(code)] ?? '' },
});

/** Code and meaning, for help. Where a code means something of its own in a command, its words are told apart by the command's name. */
export const exitCodeHelp = (words: Words, command: CommandName): Record<string, string> =>
  Object.fromEntries(
    [...anyhow.first, ...endings[command], ...anyhow.last].map((name) => [
      String(exitCodes[name]),
      words.find('exit-codes', `${name}.${command}`) ?? words.text('exit-codes', name),
    ]),
  );

/** The same as a section of a command's help. */
export const exitCodeSection = (words: Words, command: CommandName) => ({
  header: 'ERROR CODES',
  body: Object.entries(exitCodeHelp(words, command)).map(([name, description]) => ({ name, description })),
});
