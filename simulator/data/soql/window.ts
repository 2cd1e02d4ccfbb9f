/** Recorded windows reach some thirty characters to each side, and then on to the end of the word. */
const reach = 30;

const isWord = (letter: string): boolean => /[^\s,]/.test(letter);

const startOf = (query: string, at: number): number => {
  let start = Math.max(0, at - reach);
  while (start > 0 && isWord(query.charAt(start - 1)) && isWord(query.charAt(start))) start -= 1;
  return start;
};

const endOf = (query: string, at: number): number => {
  let end = Math.min(query.length, at + reach);
  while (end < query.length && isWord(query.charAt(end))) end += 1;
  return end;
};

/** The piece of the query that a refusal shows, and how far in the caret stands. */
export const windowAround = (query: string, at: number): { text: string; caret: number } => {
  const start = startOf(query, at);
  return { text: query.slice(start, endOf(query, at)), caret: at - start };
};

/** Both count from 1. */
export const rowAndColumn = (query: string, at: number): { row: number; column: number } => {
  const before = query.slice(0, at);
  const lastBreak = before.lastIndexOf('\n');
  return { row: before.split('\n').length, column: at - lastBreak };
};
