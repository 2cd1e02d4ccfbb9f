/** Something in the text that tells what is round it. */
export type Mark<T> = { readonly value: T; readonly start: number; readonly end: number };

const most = 60;
const fewest = 4;

const distanceOf = ({ start, end }: Mark<unknown>, from: number, to: number): number =>
  Math.max(0, from - end, start - to);

/** The place of the first mark that does not begin before `at`. */
const placeOf = (marks: ReadonlyArray<Mark<unknown>>, at: number): number => {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((marks[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The marks (in the order of the text) that lie within `radius` of a place, nearest first. At most 60 to each side are looked at. */
export const nearest = <T>(
  marks: ReadonlyArray<Mark<T>>,
  start: number,
  end: number,
  radius: number,
): Array<Mark<T>> => {
  if (marks.length === 0) return [];
  const place = placeOf(marks, start);
  return marks
    .slice(Math.max(0, place - most), place + most)
    .filter((mark) => distanceOf(mark, start, end) <= radius)
    .sort((a, b) => distanceOf(a, start, end) - distanceOf(b, start, end));
};

/** The first that `nearest` gives, of those that `fits` takes. A long text asks this for each statement, so only the neighbours are looked at. */
export const nearestOne = <T>(
  marks: ReadonlyArray<Mark<T>>,
  start: number,
  end: number,
  radius: number,
  fits: (mark: Mark<T>) => boolean = () => true,
): Mark<T> | undefined => {
  const place = placeOf(marks, start);
  let found: Mark<T> | undefined;
  let least = radius + 1;
  for (let at = Math.max(0, place - fewest); at < Math.min(marks.length, place + fewest); at += 1) {
    const mark = marks[at];
    const distance = mark === undefined ? least : distanceOf(mark, start, end);
    if (distance < least && mark !== undefined && fits(mark)) [found, least] = [mark, distance];
  }
  return found;
};
