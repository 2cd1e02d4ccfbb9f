import { exitCodes, type Runbooks } from '../model/index.ts';
import type { RunbooksSeen } from '../look/runbook.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import {
  composeRunbooks,
  mapStrings,
  pseudonymisedRunbooks,
  renderRunbookBrief,
  showDocument,
  type Redactor,
} from '../report/index.ts';
import { readerHere } from './doctor.ts';
import { endOf } from './exit-codes.ts';
import { inFormat, type ReadingFormat } from './formats.ts';
import type { Page } from './page.ts';

/** Never a secret in it; by a redactor, a pseudonym for every name as well. */
export const safeRunbooks = ({ runbooks, evidence }: RunbooksSeen, by?: Redactor): Runbooks => {
  const clean = mapStrings(runbooks, withoutSecrets);
  return by === undefined ? clean : pseudonymisedRunbooks(clean, evidence, by);
};

/** `details`: the whole page on the screen, instead of what to do at 2 AM. */
type RunbookPage = Page & { readonly details: boolean };

/** The format where none is named: a screen, or the page that a file is to hold. */
export const usualFormat = (file: unknown): ReadingFormat => (file === undefined ? 'human' : 'markdown');

export const renderRunbooks = (
  runbooks: Runbooks,
  format: ReadingFormat,
  { details, ...page }: RunbookPage,
): string | Promise<string> => {
  const end = endOf(page.words, 'runbook', exitCodes.healthy);
  if (format !== 'human') return inFormat((sheets) => sheets.runbook(runbooks, page.words), format, end);
  return details
    ? showDocument(composeRunbooks(runbooks, page.words), page)
    : renderRunbookBrief(runbooks, { ...page, exit: end.exit, reader: readerHere(), saved: false });
};
