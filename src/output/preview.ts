import { exitCodes } from '../model/index.ts';
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

export const previewThresholds = ['refused', 'unknown', 'never'] as const;

/** From what on a preview fails. */
export type PreviewThreshold = (typeof previewThresholds)[number];

/** Never a secret in it; by a redactor, a pseudonym for every name as well. */
export const safePreview = (preview: Preview, by?: Redactor): Preview => {
  const clean = mapStrings(preview, withoutSecrets);
  return by === undefined ? clean : pseudonymisedPreview(clean, by);
};

/** Files alone refuse nobody: what is wrong in them is all that there is to fail on. */
const lintFails = ({ counts, lint, targetOrg }: Preview): boolean =>
  targetOrg === undefined && counts.integrations === 0 && lint.some(({ level }) => level === 'error');

export const exitCodeOfPreview = (preview: Preview, failOn: PreviewThreshold): number => {
  if (failOn === 'never') return exitCodes.healthy;
  if (preview.outcome === 'refused' || lintFails(preview)) return exitCodes.causeFound;
  return preview.outcome === 'untold' && failOn === 'unknown' ? exitCodes.inconclusive : exitCodes.healthy;
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
