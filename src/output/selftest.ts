import { lookingRights } from '../model/index.ts';
import type { CanSee, Selftest } from '../model/index.ts';
import { composeCanSee, composeSelftest, permissionSetOf, showDocument } from '../report/index.ts';
import type { Words } from '../words/index.ts';
import { endOf } from './exit-codes.ts';
import { inFormat, type ReadingFormat } from './formats.ts';
import type { Page } from './page.ts';

/** A metadata file with the rights by which every question is answered. */
export const lookingPermissionSet = (words: Words): string =>
  permissionSetOf(
    lookingRights.map((name) => ({ name })),
    words,
  );

type SelftestPage = Page & { readonly exitCode: number; readonly details: boolean };

/** The selftest in one of the formats; `--json` prints the data itself. */
export const renderSelftest = (
  selftest: Selftest,
  format: ReadingFormat,
  { exitCode, details, ...page }: SelftestPage,
): string | Promise<string> => {
  const { words } = page;
  return format === 'human'
    ? showDocument(composeSelftest(selftest, words, { details }), page)
    : inFormat((sheets) => sheets.selftest(selftest, words), format, endOf(words, 'selftest', exitCode));
};

/** What a session may look at, in one of the formats. */
export const renderCanSee = (
  canSee: CanSee,
  format: ReadingFormat,
  { exitCode, details, ...page }: SelftestPage,
): string | Promise<string> => {
  const { words } = page;
  return format === 'human'
    ? showDocument(composeCanSee(canSee, words, { details }), page)
    : inFormat((sheets) => sheets.canSee(canSee, words), format, endOf(words, 'selftest', exitCode));
};
