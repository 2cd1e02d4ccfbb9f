import type { Answered } from '../look/across-orgs.ts';
import { exitCodes } from '../model/index.ts';
import type { AcrossOrgs, InOrg } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import { namesByMember, showDocument, type Redactor } from '../report/index.ts';
import type { Sheet, Sheets } from '../report/sheets/index.ts';
import type { Words } from '../words/index.ts';
import { endOf, exitCodeOfOrgs, type CommandName } from './exit-codes.ts';
import { inFormat, type Format } from './formats.ts';
import type { Page } from './page.ts';

/** How the result of one org is made safe, ends, and is written. */
export type Each<R> = {
  readonly safe: (result: R) => R;
  readonly exitCodeOf: (result: R) => number;
  readonly sheetOf: (sheets: Sheets, result: R, exitCode: number, words: Words) => Sheet;
  /** Which command it is, as it is typed, and for one org alone. */
  readonly command: { readonly name: CommandName; readonly typed: string; readonly again: string };
};

/** Never a secret in it; by a redactor, a pseudonym for every name as well, the same one in all orgs. */
const safeAcross = <R>(
  answered: ReadonlyArray<Answered<R>>,
  { safe, exitCodeOf }: Each<R>,
  by: Redactor | undefined,
): AcrossOrgs<R> => {
  by?.learn(namesByMember({ 'target-org': answered.map(({ name }) => name) }));
  const clean = (text: string): string => by?.text(withoutSecrets(text)) ?? withoutSecrets(text);
  const orgs = answered.map((one): InOrg<R> => {
    if (!('result' in one))
      return { name: clean(one.name), exitCode: exitCodes.toolFailed, trouble: clean(one.trouble) };
    const result = safe(one.result);
    return { name: clean(one.name), exitCode: exitCodeOf(result), result };
  });
  return { schemaVersion: 1, orgs };
};

/** The code of the whole command. */
const exitCodeAcross = <R>({ orgs }: AcrossOrgs<R>): number => exitCodeOfOrgs(orgs.map(({ exitCode }) => exitCode));

/** Several orgs in one table, in one of the formats. */
const acrossReport = async <R>(
  across: AcrossOrgs<R>,
  { sheetOf, command }: Each<R>,
  format: Format,
  page: Page,
): Promise<string> => {
  const { words } = page;
  const make = (sheets: Sheets): Sheet =>
    sheets.across(
      across.orgs.map((one) =>
        'result' in one
          ? { name: one.name, exitCode: one.exitCode, sheet: sheetOf(sheets, one.result, one.exitCode, words) }
          : one,
      ),
      { command: command.typed, again: command.again, data: across },
      words,
    );
  if (format !== 'human') return inFormat(make, format, endOf(words, command.name, exitCodeAcross(across)));
  const { sheets } = await import('../report/sheets/index.ts');
  return showDocument(make(sheets).document, page);
};

/** What comes out, and where to. */
type Wanted = { readonly 'result-format': Format; readonly 'output-file'?: string | undefined };

/** What a command comes to that looked into several orgs. */
export const endingAcross = <R>(
  answered: ReadonlyArray<Answered<R>>,
  each: Each<R>,
  wanted: Wanted,
  by: Redactor | undefined,
) => {
  const result = safeAcross(answered, each, by);
  return {
    result,
    exitCode: exitCodeAcross(result),
    report: (page: Page) => acrossReport(result, each, wanted['result-format'], page),
    file: wanted['output-file'],
  };
};
