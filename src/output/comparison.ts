import type { ComparedSide, Comparison } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import { composeComparison, mapStrings, showDocument, type Redactor } from '../report/index.ts';
import { safeCheck } from './app-check.ts';
import { endOf } from './exit-codes.ts';
import { inFormat, type Format } from './formats.ts';
import type { Page } from './page.ts';

const safeSide = (side: ComparedSide, by: Redactor | undefined): ComparedSide => {
  const clean = (text: string): string => by?.text(withoutSecrets(text)) ?? withoutSecrets(text);
  return side.check === undefined
    ? mapStrings(side, clean)
    : { name: clean(side.name), check: safeCheck(side.check, by) };
};

/** Never a secret in it; by a redactor, a pseudonym for every name as well, the same one in both orgs. */
export const safeSides = (
  [target, other]: readonly [ComparedSide, ComparedSide],
  by: Redactor | undefined,
): readonly [ComparedSide, ComparedSide] => [safeSide(target, by), safeSide(other, by)];

/** What differs between two orgs, in one of the formats. */
export const comparisonReport = (
  comparison: Comparison,
  format: Format,
  exitCode: number,
  page: Page,
): string | Promise<string> =>
  format === 'human'
    ? showDocument(composeComparison(comparison, page.words), page)
    : inFormat(
        (sheets) => sheets.comparison(comparison, exitCode, page.words),
        format,
        endOf(page.words, 'doctor', exitCode),
      );
