/** What is known of the place that a report goes to. */
export type Stream = { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined };

type Environment = Readonly<Record<string, string | undefined>>;

const widest = 120;
const usual = 80;

/** Columns to fill: the terminal's, but lines beyond 120 columns are hard to read. In a pipe: `COLUMNS`, else 80. */
export const widthOf = ({ isTTY, columns }: Stream, env: Environment): number => {
  const told = Number(env.COLUMNS);
  const width = isTTY === true && columns !== undefined && columns > 0 ? columns : told > 0 ? told : usual;
  return Math.min(Math.floor(width), widest);
};

/** `NO_COLOR` (no-color.org) goes first, then `FORCE_COLOR`; else colour is for terminals only. */
export const wantsColour = ({ isTTY }: Stream, env: Environment): boolean => {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  const force = env.FORCE_COLOR;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTTY === true && env.TERM !== 'dumb';
};
