import type { LoginFailures } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import {
  failuresCsv,
  failuresHtml,
  failuresMetrics,
  failuresScreen,
  pseudonymisedFailures,
} from '../report/loginhistory/index.ts';
import { mapStrings } from '../report/map-strings.ts';
import { exitCodeOfFailures } from './exit-codes.ts';
import type { Page } from './page.ts';

export const failuresFormats = ['human', 'csv', 'json', 'openmetrics', 'html'] as const;

export type FailuresFormat = (typeof failuresFormats)[number];

/** Never a secret in it, whatever stood in a file; with `redact`, a pseudonym for every name as well. */
export const safeFailures = (result: LoginFailures, { redact }: { readonly redact: boolean }): LoginFailures => {
  const clean = mapStrings(result, withoutSecrets);
  return redact ? pseudonymisedFailures(clean) : clean;
};

/** The result in one of the formats; `--json` prints it in the CLI's envelope. Ends with a line break. `at`: when it is made, UTC, ISO 8601. */
export const renderFailures = (result: LoginFailures, format: FailuresFormat, page: Page, at: string): string => {
  const { words } = page;
  switch (format) {
    case 'human':
      return failuresScreen(result, page);
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
