import type { Given } from '../../input/doctor/given.ts';
import type { Wanted } from '../../output/doctor.ts';
import type { Clocked } from '../../shell/command.ts';

/** The flags of a diagnosis, as far as its outcomes read them. */
export type DoctorFlags = Clocked &
  Given &
  Wanted & {
    /** The flags that were given. */
    readonly asked: readonly string[];
    readonly redact: boolean;
    readonly 'no-save': boolean;
    readonly pick?: number | undefined;
    readonly baseline?: string | undefined;
    readonly bundle?: string | undefined;
    readonly 'compare-username'?: string | undefined;
    readonly 'why-not'?: string | undefined;
    readonly 'output-file'?: string | undefined;
  };
