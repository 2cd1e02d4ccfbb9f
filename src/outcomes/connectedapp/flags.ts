import type { CheckGiven } from '../../input/app-check/given.ts';
import type { Threshold } from '../../output/exit-codes.ts';
import type { Format } from '../../output/formats.ts';
import type { Clocked } from '../../shell/command.ts';

/** The flags of a check, as far as its outcomes read them. */
export type CheckFlags = CheckGiven &
  Clocked & {
    readonly baseline?: string | undefined;
    readonly redact: boolean;
    readonly 'fail-on': Threshold;
    readonly 'result-format': Format;
    readonly 'output-file'?: string | undefined;
  };
