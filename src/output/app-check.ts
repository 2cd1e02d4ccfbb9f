import type { AppCheckResult } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import {
  composeAllApps,
  composeCheck,
  mapStrings,
  pseudonymisedCheck,
  renderCheckBrief,
  showDocument,
  showPage,
} from '../report/index.ts';
import { readerHere, type Format } from './doctor.ts';
import { exitCodeHelp } from './exit-codes.ts';
import type { Page } from './page.ts';

/** Never a secret in it; with `redact`, a pseudonym for every name as well. */
export const safeCheck = <T extends AppCheckResult>(check: T, { redact }: { readonly redact: boolean }): T => {
  const clean = mapStrings(check, withoutSecrets);
  return redact ? pseudonymisedCheck(clean) : clean;
};

/** `brief`: for the short screen, with the code that the command ends with; absent: the full one. */
type CheckPage = Page & { readonly brief?: { readonly exitCode: number } };

/** The check in one of the formats; `--json` prints the data itself. */
export const renderCheck = (check: AppCheckResult, format: Format, { brief, ...page }: CheckPage): string => {
  const { words } = page;
  if (format === 'human' && brief !== undefined && !('apps' in check)) {
    const exit = { code: brief.exitCode, meaning: exitCodeHelp(words, 'check')[String(brief.exitCode)] ?? '' };
    return renderCheckBrief(check, { ...page, exit, reader: readerHere(), saved: false });
  }
  const document = 'apps' in check ? composeAllApps(check, words) : composeCheck(check, words);
  return format === 'markdown' ? showPage(words.text('gates', 'screen.title'), document) : showDocument(document, page);
};
