/** Where a log turns to another step: headings of CI systems and build tools, the commands that a shell prints before it runs them. */
const heading =
  /^(?:\d{4}-\d\d-\d\dT[\d:.]{8,18}Z )?(?:##\[(?:group|section)\]|::group::|\[Pipeline\] [a-z{(]|section_start:|> Task |[=*#-]{3,}|Step \d{1,3}\/\d{1,3}|[$+>] \S|Run \S|(?:stage|step|job|task)\b[ :"'])/gimu;

/** Whether no heading of a step stands between two places. */
export const readSteps = (source: string): ((from: number, to: number) => boolean) => {
  const places = [...source.matchAll(heading)].map(({ index }) => index);
  const before = (at: number): number => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((places[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return places.length === 0 ? () => true : (from, to) => before(from) === before(to);
};
