import { columnsOf } from '../wrap.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const end = '...';

/** A text on one line, at most so many columns wide; what does not fit is cut, and marked as cut where there is room for that. */
export const cut = (text: string, columns: number): string => {
  const line = text.replaceAll(/\s*\n\s*/gu, ' ');
  if (columnsOf(line) <= columns) return line;
  const mark = columns > end.length ? end : '';
  let kept = '';
  let width = columnsOf(mark);
  for (const { segment } of graphemes.segment(line)) {
    width += columnsOf(segment);
    if (width > columns) break;
    kept += segment;
  }
  return `${kept}${mark}`;
};
