import type { AppCheckResult } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import {
  composeAllApps,
  composeCheck,
  mapStrings,
  pseudonymisedCheck,
  renderCheckBrief,
  showDocument,
  waitVerdict,
  type Redactor,
} from '../report/index.ts';
import type { Words } from '../words/index.ts';
import { readerHere } from './doctor.ts';
import { endOf } from './exit-codes.ts';
import { inFormat, type Format } from './formats.ts';
import type { Page } from './page.ts';

/** What the waiting came to is said in a sentence as well: a job that reads data needs no table of reasons. */
export const withVerdict = (check: AppCheckResult, words: Words): AppCheckResult =>
  'apps' in check || check.wait === undefined
    ? check
    : { ...check, wait: { verdict: waitVerdict(check.wait, words), ...check.wait } };

/** Never a secret in it; by a redactor, a pseudonym for every name as well. */
export const safeCheck = <T extends AppCheckResult>(check: T, by?: Redactor): T => {
  const clean = mapStrings(check, withoutSecrets);
  return by === undefined ? clean : pseudonymisedCheck(clean, by);
};

/** `exitCode`: that the command ends with. `details`: the full screen instead of the short one. */
type CheckPage = Page & { readonly exitCode: number; readonly details: boolean };

/** How the command ends. Where the waiting alone decides, the code means what the waiting came to. */
const checkEnd = (check: AppCheckResult, exitCode: number, words: Words): ReturnType<typeof endOf> => {
  const end = endOf(words, 'check', exitCode);
  return 'apps' in check || check.wait === undefined || check.targetOrg !== undefined
    ? end
    : { ...end, exit: { ...end.exit, meaning: words.text('waiting', `exit.${check.wait.outcome}`) } };
};

/** The screen. Pure, but for the zone and the clock of this machine. */
export const checkScreen = (check: AppCheckResult, { exitCode, details, ...page }: CheckPage): string => {
  const { words } = page;
  if ('apps' in check) return showDocument(composeAllApps(check, words), page);
  if (details) return showDocument(composeCheck(check, words), page);
  const { exit } = checkEnd(check, exitCode, words);
  return renderCheckBrief(check, { ...page, exit, reader: readerHere(), saved: false });
};

/** The check in one of the formats; `--json` prints the data itself. */
export const renderCheck = (check: AppCheckResult, format: Format, page: CheckPage): string | Promise<string> => {
  const { words, exitCode } = page;
  return format === 'human'
    ? checkScreen(check, page)
    : inFormat((sheets) => sheets.check(check, exitCode, words), format, checkEnd(check, exitCode, words));
};
