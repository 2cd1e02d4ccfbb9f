import type { AllAppsCheck, AppCheck, AppCheckResult } from '../model/index.ts';
import { withoutSecrets } from '../recognition/index.ts';
import {
  composeAllApps,
  composeCheck,
  mapStrings,
  pseudonymisedCheck,
  showDocument,
  showPage,
} from '../report/index.ts';
import { waitExitCodes } from '../waiting/exit-codes.ts';
import type { Words } from '../words/index.ts';
import { exitCodes, type Threshold } from './exit-codes.ts';
import type { Format } from './format.ts';

/** Never a secret in it; with `redact`, a pseudonym for every name as well. */
export const safeCheck = <T extends AppCheckResult>(check: T, { redact }: { readonly redact: boolean }): T => {
  const clean = mapStrings(check, withoutSecrets);
  return redact ? pseudonymisedCheck(clean) : clean;
};

type Page = { readonly width: number; readonly colour: boolean; readonly words: Words };

/** The check in one of the formats; `--json` prints the data itself. */
export const renderCheck = (check: AppCheckResult, format: Format, page: Page): string => {
  const { words } = page;
  const document = 'apps' in check ? composeAllApps(check, words) : composeCheck(check, words);
  return format === 'markdown' ? showPage(words.text('gates', 'screen.title'), document) : showDocument(document, page);
};

const breaksLater = (check: AppCheckResult): boolean =>
  'apps' in check
    ? check.apps.some(({ warnings }) => warnings.some(({ kind }) => kind === 'later'))
    : check.warnings.some(({ kind }) => kind === 'later');

/** As `sf auth doctor` ends: the outcome decides, and with `later` what will break counts too. */
const ofOutcome = (check: AppCheck | AllAppsCheck, failOn: Threshold): number => {
  if (check.outcome === 'cause-found') return exitCodes.causeFound;
  if (check.outcome === 'transient') return exitCodes.transient;
  if (check.outcome === 'inconclusive') return exitCodes.inconclusive;
  return failOn === 'later' && breaksLater(check) ? exitCodes.causeFound : exitCodes.healthy;
};

/** Time that ran out and a Ctrl+C are no findings: no threshold covers them. */
export const exitCodeOfCheck = (check: AppCheckResult, failOn: Threshold): number => {
  const waited = 'apps' in check ? undefined : check.wait?.outcome;
  if (waited === 'gave-up' || waited === 'interrupted') return waitExitCodes[waited];
  if (failOn === 'never') return exitCodes.healthy;
  return waited === undefined || waited === 'ready' ? ofOutcome(check, failOn) : waitExitCodes[waited];
};
