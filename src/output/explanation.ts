import type { Explanation } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import { composeExplanation, mapStrings, showDocument } from '../report/index.ts';
import { endOf } from './exit-codes.ts';
import { inFormat, type ReadingFormat } from './formats.ts';
import type { Page } from './page.ts';

/** Only what a person gave can hold a secret. */
export const safeExplanation = (explanation: Explanation): Explanation =>
  explanation.about === 'text'
    ? { ...explanation, refusals: mapStrings(explanation.refusals, withoutSecrets) }
    : explanation;

export const renderExplanation = (
  explanation: Explanation,
  format: ReadingFormat,
  exitCode: number,
  page: Page,
): string | Promise<string> =>
  format === 'human'
    ? showDocument(composeExplanation(explanation, page.words), page)
    : inFormat((sheets) => sheets.explanation(explanation, page.words), format, endOf(page.words, 'explain', exitCode));
