import type { Explanation } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import { composeExplanation, mapStrings, showDocument } from '../report/index.ts';
import type { Page } from './page.ts';

/** Only what a person gave can hold a secret. */
export const safeExplanation = (explanation: Explanation): Explanation =>
  explanation.about === 'text'
    ? { ...explanation, refusals: mapStrings(explanation.refusals, withoutSecrets) }
    : explanation;

export const renderExplanation = (explanation: Explanation, page: Page): string =>
  showDocument(composeExplanation(explanation, page.words), page);
