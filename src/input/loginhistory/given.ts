import type { Grouping } from '../../model/index.ts';
import type { Format } from '../../output/formats.ts';

/** The flags as they were parsed, before anything is checked. */
export type FailuresGiven = {
  readonly 'target-org'?: string | undefined;
  readonly 'api-version'?: string | undefined;
  readonly file?: string | undefined;
  readonly tally?: string | undefined;
  readonly zone?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly username?: readonly string[] | undefined;
  readonly app?: readonly string[] | undefined;
  readonly 'source-ip'?: readonly string[] | undefined;
  readonly 'login-type'?: readonly string[] | undefined;
  readonly status?: readonly string[] | undefined;
  readonly 'group-by'?: Grouping | undefined;
  readonly threshold?: number | undefined;
  readonly window?: string | undefined;
  readonly spike?: string | undefined;
  readonly follow: boolean;
  readonly interval?: string | undefined;
  readonly 'result-format': Format;
  readonly 'output-file'?: string | undefined;
  readonly details?: boolean | undefined;
  readonly chart?: boolean | undefined;
  readonly redact: boolean;
};
