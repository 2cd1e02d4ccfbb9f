/** The clause in which a word of a query stands. */
export type Clause = 'select' | 'from' | 'where' | 'group' | 'having' | 'order' | 'rest';

export type Word = { text: string; at: number; clause: Clause; select: number };

const clauses: Readonly<Record<string, Clause>> = {
  SELECT: 'select',
  FROM: 'from',
  WHERE: 'where',
  GROUP: 'group',
  HAVING: 'having',
  ORDER: 'order',
  LIMIT: 'rest',
  OFFSET: 'rest',
};

const token = /'(?:\\.|[^'\\])*'|[A-Za-z_][\w.]*|[()]/g;

/** Every name in a query, with its offset, its clause, and the number (from 0, in text order) of the SELECT it belongs to. */
export const wordsOf = (query: string): Word[] => {
  const words: Word[] = [];
  const open: Array<{ select: number; clause: Clause }> = [];
  let selects = 0;
  let frame: { select: number; clause: Clause } = { select: 0, clause: 'rest' };
  for (const match of query.matchAll(token)) {
    const text = match[0];
    const clause = clauses[text.toUpperCase()];
    if (text === '(') open.push(frame);
    else if (text === ')') frame = open.pop() ?? frame;
    else if (text.toUpperCase() === 'SELECT') {
      frame = { select: selects, clause: 'select' };
      selects += 1;
    } else if (clause !== undefined) frame.clause = clause;
    else if (!text.startsWith("'")) words.push({ text, at: match.index, ...frame });
  }
  return words;
};

/** Where a name stands: in the clause asked for, or else anywhere in that SELECT, or else at the start. */
export const placeOf = (words: readonly Word[], select: number, clause: Clause, name: string): number => {
  const wanted = name.toLowerCase();
  const same = words.filter((word) => word.select === select && word.text.toLowerCase() === wanted);
  return (same.find((word) => word.clause === clause) ?? same[0])?.at ?? 0;
};
