const list = /\[\s{0,80}['"][A-Z][A-Z0-9_]{2,40}['"](?:,\s{0,80}['"][A-Z][A-Z0-9_]{2,40}['"]){2,60},?\s{0,80}\]/gu;

/**
 * Whether a place is inside a list of codes: what a client is configured with (got prints the codes on which it would retry),
 * not what happened. Asked in rising order.
 */
export const codeLists = (source: string): ((at: number) => boolean) => {
  const places = [...source.matchAll(list)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  let next = 0;
  return (at) => {
    while ((places[next]?.end ?? Infinity) <= at) next += 1;
    return (places[next]?.start ?? Infinity) <= at;
  };
};
