import type { Format } from '../../output/formats.ts';
import type { PreviewThreshold } from '../../output/exit-codes.ts';

/** The flags as they were parsed, before anything is checked. */
export type PreviewGiven = {
  readonly 'source-dir'?: readonly string[] | undefined;
  readonly manifest?: string | undefined;
  readonly 'metadata-dir'?: string | undefined;
  readonly 'pre-destructive-changes'?: string | undefined;
  readonly 'post-destructive-changes'?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly at?: string | undefined;
  readonly 'target-org'?: string | undefined;
  readonly 'api-version'?: string | undefined;
  readonly evidence?: string | undefined;
  readonly 'save-evidence'?: string | undefined;
  readonly since?: string | undefined;
  readonly include?: readonly string[] | undefined;
  readonly baseline?: string | undefined;
  readonly 'fail-on': PreviewThreshold;
  readonly 'result-format': Format;
  readonly 'output-file'?: string | undefined;
  readonly details: boolean;
  readonly redact: boolean;
};
