import type { Explanation } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import { composeExplanation, mapStrings, pseudonymisedRefusals, showDocument, type Redactor } from '../report/index.ts';
import { endOf } from './exit-codes.ts';
import { inFormat, type ReadingFormat } from './formats.ts';
import type { Page } from './page.ts';

/** Only what a person gave can hold a secret, or a name. */
export const safeExplanation = (explanation: Explanation, by?: Redactor): Explanation => {
  if (explanation.about !== 'text') return explanation;
  const refusals = mapStrings(explanation.refusals, withoutSecrets);
  return { ...explanation, refusals: by === undefined ? refusals : pseudonymisedRefusals(refusals, by) };
};

export const renderExplanation = (
  explanation: Explanation,
  format: ReadingFormat,
  exitCode: number,
  page: Page,
): string | Promise<string> =>
  format === 'human'
    ? showDocument(composeExplanation(explanation, page.words), page)
    : inFormat((sheets) => sheets.explanation(explanation, page.words), format, endOf(page.words, 'explain', exitCode));
