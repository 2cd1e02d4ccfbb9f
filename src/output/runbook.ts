import { exitCodes, type Runbooks } from '../model/index.ts';
import type { RunbooksSeen } from '../look/runbook.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import { composeRunbooks, mapStrings, pseudonymisedRunbooks, showDocument, type Redactor } from '../report/index.ts';
import { endOf } from './exit-codes.ts';
import { inFormat, type ReadingFormat } from './formats.ts';
import type { Page } from './page.ts';

/** Never a secret in it; by a redactor, a pseudonym for every name as well. */
export const safeRunbooks = ({ runbooks, evidence }: RunbooksSeen, by?: Redactor): Runbooks => {
  const clean = mapStrings(runbooks, withoutSecrets);
  return by === undefined ? clean : pseudonymisedRunbooks(clean, evidence, by);
};

export const renderRunbooks = (runbooks: Runbooks, format: ReadingFormat, page: Page): string | Promise<string> =>
  format === 'human'
    ? showDocument(composeRunbooks(runbooks, page.words), page)
    : inFormat(
        (sheets) => sheets.runbook(runbooks, page.words),
        format,
        endOf(page.words, 'runbook', exitCodes.healthy),
      );
