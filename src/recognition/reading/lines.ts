/** Line numbers, from 1, of places that are asked in rising order. */
export const lineCounter = (source: string): ((at: number) => number) => {
  let line = 1;
  let next = source.indexOf('\n');
  return (at) => {
    while (next !== -1 && next < at) {
      line += 1;
      next = source.indexOf('\n', next + 1);
    }
    return line;
  };
};

const margin = 200;
const longest = 1200;

const lineBreak = /\r?\n|\\{1,16}n/gu;

/** The piece of the source between two places, widened to whole lines (a line break may be escaped) as far as they are short. */
export const pieceAround = (source: string, start: number, end: number): string => {
  const before = source.slice(Math.max(0, start - margin), start);
  const after = source.slice(end, end + margin);
  const piece = (before.split(lineBreak).at(-1) ?? '') + source.slice(start, end) + (after.split(lineBreak)[0] ?? '');
  return piece.slice(0, longest).trim();
};
