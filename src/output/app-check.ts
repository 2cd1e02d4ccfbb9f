import type { AppCheckResult } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import {
  composeAllApps,
  composeCheck,
  mapStrings,
  pseudonymisedCheck,
  showDocument,
  showPage,
} from '../report/index.ts';
import type { Format } from './doctor.ts';
import type { Page } from './page.ts';

/** Never a secret in it; with `redact`, a pseudonym for every name as well. */
export const safeCheck = <T extends AppCheckResult>(check: T, { redact }: { readonly redact: boolean }): T => {
  const clean = mapStrings(check, withoutSecrets);
  return redact ? pseudonymisedCheck(clean) : clean;
};

/** The check in one of the formats; `--json` prints the data itself. */
export const renderCheck = (check: AppCheckResult, format: Format, page: Page): string => {
  const { words } = page;
  const document = 'apps' in check ? composeAllApps(check, words) : composeCheck(check, words);
  return format === 'markdown' ? showPage(words.text('gates', 'screen.title'), document) : showDocument(document, page);
};
