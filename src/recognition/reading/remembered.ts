/** Asks once for each text, for as long as whoever made it keeps it: a log says the same again and again. */
export const remembered = <T>(of: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.value;
    const value = of(text);
    known.set(text, { value });
    return value;
  };
};
