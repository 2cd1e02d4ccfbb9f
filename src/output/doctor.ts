import { exitCodes, Trouble } from '../model/index.ts';
import type { Diagnosis, LoginsHere, Overview } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import {
  askAdmin,
  mapStrings,
  permissionSet,
  pseudonymised,
  renderBrief,
  renderLogins,
  renderMarkdown,
  renderOverview,
  renderTerminal,
} from '../report/index.ts';
import type { Reader } from '../report/index.ts';
import { exitCodeHelp, exitCodeOf, type Threshold } from './exit-codes.ts';
import type { Page } from './page.ts';

export const formats = ['human', 'markdown'] as const;

export type Format = (typeof formats)[number];

/** Never a secret in it, whatever put it there; with `redact`, a pseudonym for every name as well. */
export const safeDiagnosis = (diagnosis: Diagnosis, { redact }: { readonly redact: boolean }): Diagnosis => {
  const clean = mapStrings(diagnosis, withoutSecrets);
  return redact ? pseudonymised(clean) : clean;
};

/** What a person who reads the short screen wants to know besides. */
type BriefOptions = {
  readonly reader: Reader;
  readonly exitCode: number;
  /** Whether `--last` can judge this run again. */
  readonly saved: boolean;
};

/** `brief`: for the short screen; absent: the full one. */
type DiagnosisPage = Page & { readonly brief?: BriefOptions };

/** The diagnosis in one of the formats; `--json` prints the data itself. */
export const renderDiagnosis = (diagnosis: Diagnosis, format: Format, { brief, ...page }: DiagnosisPage): string => {
  if (format === 'markdown') return renderMarkdown(diagnosis, page.words);
  if (brief === undefined) return renderTerminal(diagnosis, page);
  const { exitCode, ...told } = brief;
  const exit = { code: exitCode, meaning: exitCodeHelp(page.words, 'doctor')[String(exitCode)] ?? '' };
  return renderBrief(diagnosis, { ...page, ...told, exit });
};

/** Who reads on this machine, at this moment. */
export const readerHere = (): Reader => ({
  now: new Date().toISOString(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

/** The short screens that ask which login is meant. */
export const overviewReport = (overview: Overview, exitCode: number, page: Page): string =>
  renderOverview(overview, { ...page, ...listing(exitCode, page) });

export const loginsReport = (logins: LoginsHere, page: Page): string =>
  renderLogins(logins, { ...page, ...listing(exitCodes.inconclusive, page) });

const listing = (code: number, { words }: Page) => ({
  reader: readerHere(),
  exit: { code, meaning: exitCodeHelp(words, 'doctor')[String(code)] ?? '' },
  saved: false,
});

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
export const doctorReport = (diagnosis: Diagnosis, wanted: Wanted, { saved, asOf, ...page }: DoctorPage): string => {
  if (wanted['ask-admin']) return askAdmin(diagnosis, page.words);
  if (wanted['permission-set']) {
    const metadata = permissionSet(diagnosis, page.words);
    if (metadata === undefined) throw new Trouble('no-permission-missing');
    return metadata;
  }
  const reader = { ...readerHere(), ...(asOf === undefined ? {} : { asOf }) };
  const brief = { reader, exitCode: exitCodeOf(diagnosis, wanted['fail-on']), saved };
  return renderDiagnosis(diagnosis, wanted['result-format'], wanted.details ? page : { ...page, brief });
};
