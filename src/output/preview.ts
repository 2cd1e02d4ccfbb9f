import type { Preview } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import {
  composePreview,
  mapStrings,
  pseudonymisedPreview,
  renderPreviewBrief,
  showDocument,
  type Redactor,
} from '../report/index.ts';
import { readerHere } from './doctor.ts';
import { endOf } from './exit-codes.ts';
import { inFormat, type Format } from './formats.ts';
import type { Page } from './page.ts';

/** Never a secret in it; by a redactor, a pseudonym for every name as well. */
export const safePreview = (preview: Preview, by?: Redactor): Preview => {
  const clean = mapStrings(preview, withoutSecrets);
  return by === undefined ? clean : pseudonymisedPreview(clean, by);
};

type PreviewPage = Page & { readonly exitCode: number; readonly details: boolean };

/** The screen. Pure, but for the zone and the clock of this machine. */
export const previewScreen = (preview: Preview, { exitCode, details, ...page }: PreviewPage): string => {
  const { words } = page;
  if (details) return showDocument(composePreview(preview, words), page);
  const { exit } = endOf(words, 'preview', exitCode);
  return renderPreviewBrief(preview, { ...page, exit, reader: readerHere(), saved: false });
};

/** The preview in one of the formats; `--json` prints the data itself. */
export const renderPreview = (preview: Preview, format: Format, page: PreviewPage): string | Promise<string> => {
  const { words, exitCode } = page;
  return format === 'human'
    ? previewScreen(preview, page)
    : inFormat((sheets) => sheets.preview(preview, exitCode, words), format, endOf(words, 'preview', exitCode));
};
