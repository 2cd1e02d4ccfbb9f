import { defined, Trouble } from '../model/index.ts';
import type { Diagnosis, LoginsHere, Overview, WhyNot } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import {
  askAdmin,
  composeWhyNot,
  mapStrings,
  permissionSet,
  pseudonymised,
  pseudonymisedLogins,
  renderBrief,
  renderLogins,
  renderOverview,
  renderTerminal,
  showDocument,
} from '../report/index.ts';
import type { Reader, Redactor, SeenNames } from '../report/index.ts';
import { endOf, exitCodeOf, type Threshold } from './exit-codes.ts';
import { inFormat, type Format } from './formats.ts';
import type { Page } from './page.ts';
import type { Words } from '../words/index.ts';

/** Never a secret in it, whatever put it there; by a redactor, a pseudonym for every name as well. */
export const safeDiagnosis = (diagnosis: Diagnosis, by?: Redactor, seen?: SeenNames): Diagnosis => {
  const clean = mapStrings(diagnosis, withoutSecrets);
  return by === undefined ? clean : pseudonymised(clean, by, seen);
};

/** What whoever reads the screen wants to know besides. */
type DiagnosisPage = Page & {
  readonly reader: Reader;
  /** That the command ends with. */
  readonly exitCode: number;
  /** Whether `--last` can judge this run again. */
  readonly saved: boolean;
  /** The full screen instead of the short one. */
  readonly details: boolean;
};

/** The screen, the short one or the full one. */
export const diagnosisScreen = (diagnosis: Diagnosis, { exitCode, details, ...page }: DiagnosisPage): string =>
  details
    ? renderTerminal(diagnosis, page)
    : renderBrief(diagnosis, { ...page, exit: endOf(page.words, 'doctor', exitCode).exit });

/** The diagnosis in one of the formats; `--json` prints the data itself. */
const renderDiagnosis = (diagnosis: Diagnosis, format: Format, page: DiagnosisPage): string | Promise<string> => {
  const { words, exitCode } = page;
  return format === 'human'
    ? diagnosisScreen(diagnosis, page)
    : inFormat((sheets) => sheets.doctor(diagnosis, exitCode, words), format, endOf(words, 'doctor', exitCode));
};

/** Who reads at this moment. */
export const readerHere = (): Reader => ({ now: new Date().toISOString() });

/** Members of a why-not that hold words of our own. */
const ownWords: ReadonlySet<string> = new Set([
  'cause',
  'clue',
  'fact',
  'permission',
  'place',
  'said',
  'standing',
  'state',
  'why',
]);

/** Never a secret in it; by a redactor, which has learnt the names of the diagnosis, none of them. */
export const safeWhyNot = (found: WhyNot, by?: Redactor): WhyNot => {
  const clean = mapStrings(found, withoutSecrets);
  return by === undefined ? clean : by.data(clean, ownWords);
};

/** How one cause stands, in one of the formats. */
export const whyNotReport = (found: WhyNot, format: Format, exitCode: number, page: Page): string | Promise<string> =>
  format === 'human'
    ? showDocument(composeWhyNot(found, page.words), page)
    : inFormat((sheets) => sheets.whyNot(found, page.words), format, endOf(page.words, 'doctor', exitCode));

/** The list of what fails, in one of the formats. */
export const overviewReport = (
  overview: Overview,
  format: Format,
  exitCode: number,
  page: Page,
): string | Promise<string> => {
  const end = endOf(page.words, 'doctor', exitCode);
  return format === 'human'
    ? renderOverview(overview, { ...page, ...listing(end) })
    : inFormat((sheets) => sheets.overview(overview, exitCode, page.words), format, end);
};

/** The logins of this machine, in one of the formats. */
export const loginsReport = (
  logins: LoginsHere,
  format: Format,
  exitCode: number,
  page: Page,
): string | Promise<string> => {
  const end = endOf(page.words, 'doctor', exitCode);
  return format === 'human'
    ? renderLogins(logins, { ...page, ...listing(end) })
    : inFormat((sheets) => sheets.logins(logins, exitCode, page.words), format, end);
};

/** Never a secret in it; by a redactor, a pseudonym for every name as well. */
export const safeLogins = (logins: LoginsHere, by?: Redactor): LoginsHere => {
  const clean = mapStrings(logins, withoutSecrets);
  return by === undefined ? clean : pseudonymisedLogins(clean, by);
};

const listing = ({ exit }: Pick<ReturnType<typeof endOf>, 'exit'>) => ({ reader: readerHere(), exit, saved: false });

/** The flags that say what of a diagnosis is printed. */
export type Wanted = {
  readonly 'ask-admin': boolean;
  readonly 'permission-set': boolean;
  readonly 'result-format': Format;
  readonly 'fail-on': Threshold;
  readonly details: boolean;
};

/** `saved`: whether `--last` can judge this run again. `asOf`: when it was seen, where that was not now: UTC, ISO 8601. */
type DoctorPage = Page & { readonly saved: boolean; readonly asOf?: string };

/** What is printed of a diagnosis: the screen, or what somebody else needs to go on. Throws `Trouble` where there is nothing to ask for. */
export const doctorReport = (
  diagnosis: Diagnosis,
  wanted: Wanted,
  words: Words,
): ((page: DoctorPage) => string | Promise<string>) => {
  if (wanted['ask-admin']) return () => askAdmin(diagnosis, words);
  if (wanted['permission-set']) {
    const metadata = permissionSet(diagnosis, words);
    if (metadata === undefined) throw new Trouble('no-permission-missing');
    return () => metadata;
  }
  const exitCode = exitCodeOf(diagnosis, wanted['fail-on']);
  return ({ asOf, ...page }) => {
    const reader = { ...readerHere(), ...defined({ asOf }) };
    return renderDiagnosis(diagnosis, wanted['result-format'], { ...page, reader, exitCode, details: wanted.details });
  };
};
