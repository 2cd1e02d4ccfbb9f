import { Trouble } from '../model/index.ts';
import type { Diagnosis } from '../model/index.ts';
import { askAdmin, permissionSet } from '../report/index.ts';
import type { Words } from '../words/index.ts';
import { exitCodeOf } from './exit-codes.ts';
import type { Threshold } from './exit-codes.ts';
import { readerHere, render } from './format.ts';
import type { Format } from './format.ts';

/** The flags that say what of a diagnosis is printed. */
export type Wanted = {
  readonly 'ask-admin': boolean;
  readonly 'permission-set': boolean;
  readonly 'result-format': Format;
  readonly 'fail-on': Threshold;
  readonly details: boolean;
};

export type DoctorPage = {
  readonly width: number;
  readonly colour: boolean;
  readonly words: Words;
  /** Whether `--last` can judge this run again. */
  readonly saved: boolean;
  /** When it was seen, where that was not now: UTC, ISO 8601. */
  readonly asOf?: string;
};

/** What is printed of a diagnosis: the screen, or what somebody else needs to go on. Throws `Trouble` where there is nothing to ask for. */
export const doctorReport = (diagnosis: Diagnosis, wanted: Wanted, { saved, asOf, ...page }: DoctorPage): string => {
  if (wanted['ask-admin']) return askAdmin(diagnosis, page.words);
  if (wanted['permission-set']) {
    const metadata = permissionSet(diagnosis, page.words);
    if (metadata === undefined) throw new Trouble('no-permission-missing');
    return metadata;
  }
  const reader = { ...readerHere(), ...(asOf === undefined ? {} : { asOf }) };
  const brief = { reader, exitCode: exitCodeOf(diagnosis, wanted['fail-on']), saved };
  return render(diagnosis, wanted['result-format'], wanted.details ? page : { ...page, brief });
};
