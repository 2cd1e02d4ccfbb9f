import type { LoginFailures } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import { mapStrings, type Redactor } from '../report/index.ts';
import {
  failuresBrief,
  failuresScreen as renderFailuresFull,
  pseudonymisedFailures,
} from '../report/loginhistory/index.ts';
import { endOf, exitCodeOfFailures } from './exit-codes.ts';
import { inFormat, type Format } from './formats.ts';
import type { Page } from './page.ts';

/** Never a secret in it, whatever stood in a file; by a redactor, a pseudonym for every name as well. */
export const safeFailures = (result: LoginFailures, by?: Redactor): LoginFailures => {
  const clean = mapStrings(result, withoutSecrets);
  return by === undefined ? clean : pseudonymisedFailures(clean, by);
};

/** How much of it a person wants to see. */
type Shown = {
  /** The full screen instead of the short one. */
  readonly details?: boolean | undefined;
  /** The large chart below the short one. */
  readonly chart?: boolean | undefined;
};

/** The screen, the short one or the full one. `at`: when it is made, UTC, ISO 8601. */
export const failuresScreen = (
  result: LoginFailures,
  page: Page,
  at: string,
  { details = false, chart = false }: Shown = {},
): string => {
  if (details) return renderFailuresFull(result, page);
  const { exit } = endOf(page.words, 'failures', exitCodeOfFailures(result));
  return failuresBrief(result, { ...page, chart, exit, reader: { now: at } });
};

/** The result in one of the formats; `--json` prints it in the CLI's envelope. Ends with a line break. `at`: when it is made, UTC, ISO 8601. */
export const renderFailures = (
  result: LoginFailures,
  format: Format,
  page: Page,
  at: string,
  shown: Shown = {},
): string | Promise<string> => {
  const { words } = page;
  const code = exitCodeOfFailures(result);
  return format === 'human'
    ? failuresScreen(result, page, at, shown)
    : inFormat((sheets) => sheets.failures(result, code, words), format, endOf(words, 'failures', code));
};
