import type { CausePage, Explanation } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import {
  composeExplanation,
  mapStrings,
  pseudonymisedRefusals,
  renderBriefExplanation,
  showDocument,
  type Redactor,
} from '../report/index.ts';
import { readerHere } from './doctor.ts';
import { endOf } from './exit-codes.ts';
import { inFormat, type ReadingFormat } from './formats.ts';
import type { Page } from './page.ts';

/** Only what a person gave can hold a secret, or a name. */
export const safeExplanation = (explanation: Explanation, by?: Redactor): Explanation => {
  if (explanation.about !== 'text') return explanation;
  const refusals = mapStrings(explanation.refusals, withoutSecrets);
  return { ...explanation, refusals: by === undefined ? refusals : pseudonymisedRefusals(refusals, by) };
};

/** `details`: the full screen instead of the short one. `pageOf`: the page of a cause that a text decides. */
type ExplanationPage = Page & {
  readonly exitCode: number;
  readonly details: boolean;
  readonly pageOf: (id: string) => CausePage | undefined;
};

const screen = (explanation: Explanation, { details, exitCode, pageOf, ...page }: ExplanationPage): string => {
  const { exit } = endOf(page.words, 'explain', exitCode);
  const short = details
    ? undefined
    : renderBriefExplanation(explanation, { ...page, pageOf, exit, reader: readerHere(), saved: false });
  return short ?? showDocument(composeExplanation(explanation, page.words), page);
};

export const renderExplanation = (
  explanation: Explanation,
  format: ReadingFormat,
  page: ExplanationPage,
): string | Promise<string> =>
  format === 'human'
    ? screen(explanation, page)
    : inFormat(
        (sheets) => sheets.explanation(explanation, page.words),
        format,
        endOf(page.words, 'explain', page.exitCode),
      );
