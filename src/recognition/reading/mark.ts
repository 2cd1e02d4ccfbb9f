/** Something in the text that tells what is round it. */
export type Mark<T> = { readonly value: T; readonly start: number; readonly end: number };

const most = 60;

/** The marks (in the order of the text) that lie within `radius` of a place, nearest first. At most 60 to each side are looked at. */
export const nearest = <T>(
  marks: ReadonlyArray<Mark<T>>,
  start: number,
  end: number,
  radius: number,
): Array<Mark<T>> => {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((marks[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const distance = (mark: Mark<T>): number => Math.max(0, start - mark.end, mark.start - end);
  return marks
    .slice(Math.max(0, low - most), low + most)
    .filter((mark) => distance(mark) <= radius)
    .sort((a, b) => distance(a) - distance(b));
};
