import type { LoginFailures } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import {
  failuresBrief,
  failuresCsv,
  failuresHtml,
  failuresMetrics,
  failuresScreen,
  pseudonymisedFailures,
} from '../report/loginhistory/index.ts';
import { mapStrings } from '../report/map-strings.ts';
import { exitCodeHelp, exitCodeOfFailures } from './exit-codes.ts';
import type { Page } from './page.ts';

export const failuresFormats = ['human', 'csv', 'json', 'openmetrics', 'html'] as const;

export type FailuresFormat = (typeof failuresFormats)[number];

/** Never a secret in it, whatever stood in a file; with `redact`, a pseudonym for every name as well. */
export const safeFailures = (result: LoginFailures, { redact }: { readonly redact: boolean }): LoginFailures => {
  const clean = mapStrings(result, withoutSecrets);
  return redact ? pseudonymisedFailures(clean) : clean;
};

/** How much of it a person wants to see. */
type Shown = {
  /** The full screen instead of the short one. */
  readonly details?: boolean | undefined;
  /** The large chart below the short one. */
  readonly chart?: boolean | undefined;
};

const human = (result: LoginFailures, page: Page, at: string, { details = false, chart = false }: Shown): string => {
  if (details) return failuresScreen(result, page);
  const code = exitCodeOfFailures(result);
  const exit = { code, meaning: exitCodeHelp(page.words, 'failures')[String(code)] ?? '' };
  return failuresBrief(result, { ...page, chart, exit, reader: { now: at } });
};

/** The result in one of the formats; `--json` prints it in the CLI's envelope. Ends with a line break. `at`: when it is made, UTC, ISO 8601. */
export const renderFailures = (
  result: LoginFailures,
  format: FailuresFormat,
  page: Page,
  at: string,
  shown: Shown = {},
): string => {
  const { words } = page;
  switch (format) {
    case 'human':
      return human(result, page, at, shown);
    case 'csv':
      return failuresCsv(result);
    case 'json':
      return `${JSON.stringify(result, undefined, 2)}\n`;
    case 'openmetrics':
      return failuresMetrics(result, exitCodeOfFailures(result), words);
    case 'html':
      return failuresHtml(result, at, words);
  }
};
