import type { FailuresOutcome, LoginFailures } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import {
  failuresCsv,
  failuresHtml,
  failuresMetrics,
  failuresScreen,
  pseudonymisedFailures,
} from '../report/loginhistory/index.ts';
import { mapStrings } from '../report/map-strings.ts';
import type { Words } from '../words/index.ts';
import { exitCodes } from './exit-codes.ts';

export const failuresFormats = ['human', 'csv', 'json', 'openmetrics', 'html'] as const;

export type FailuresFormat = (typeof failuresFormats)[number];

const codes: Readonly<Record<FailuresOutcome, number>> = {
  alarm: exitCodes.causeFound,
  'no-alarm': exitCodes.healthy,
  listed: exitCodes.healthy,
  inconclusive: exitCodes.inconclusive,
};

/** The same in every format. */
export const exitCodeOfFailures = ({ outcome }: Pick<LoginFailures, 'outcome'>): number => codes[outcome];

const used = ['healthy', 'toolFailed', 'wrongUsage', 'causeFound', 'inconclusive'] as const satisfies ReadonlyArray<
  keyof typeof exitCodes
>;

/** Code and meaning, for help: from the map that sets them. */
export const failuresExitCodeHelp = (words: Words): Record<string, string> =>
  Object.fromEntries(used.map((name) => [String(exitCodes[name]), words.text('loginhistory', `exit.${name}`)]));

/** Never a secret in it, whatever stood in a file; with `redact`, a pseudonym for every name as well. */
export const safeFailures = (result: LoginFailures, { redact }: { readonly redact: boolean }): LoginFailures => {
  const clean = mapStrings(result, withoutSecrets);
  return redact ? pseudonymisedFailures(clean) : clean;
};

export type FailuresPage = {
  readonly width: number;
  readonly colour: boolean;
  readonly words: Words;
  /** When it is made: UTC, ISO 8601. */
  readonly at: string;
};

/** The result in one of the formats; `--json` prints it in the CLI's envelope. Ends with a line break. */
export const renderFailures = (result: LoginFailures, format: FailuresFormat, page: FailuresPage): string => {
  const { words, at } = page;
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
