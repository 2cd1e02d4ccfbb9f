/** Date functions as SQL over a column of epoch ms. In UTC, unless the column was shifted by `convertTimezone`. */
const time = (format: string, ms: string): string => `strftime('${format}', ${ms} / 1000, 'unixepoch')`;

const number = (format: string, ms: string): string => `CAST(${time(format, ms)} AS INTEGER)`;

const quarter = (ms: string): string => `((${number('%m', ms)} + 2) / 3)`;

const functions: Readonly<Record<string, (ms: string) => string>> = {
  DAY_ONLY: (ms) => time('%Y-%m-%d', ms),
  HOUR_IN_DAY: (ms) => number('%H', ms),
  DAY_IN_MONTH: (ms) => number('%d', ms),
  DAY_IN_WEEK: (ms) => `(${number('%w', ms)} + 1)`,
  DAY_IN_YEAR: (ms) => number('%j', ms),
  WEEK_IN_MONTH: (ms) => `((${number('%d', ms)} + 6) / 7)`,
  WEEK_IN_YEAR: (ms) => `((${number('%j', ms)} + 6) / 7)`,
  CALENDAR_MONTH: (ms) => number('%m', ms),
  CALENDAR_QUARTER: quarter,
  CALENDAR_YEAR: (ms) => number('%Y', ms),
  FISCAL_MONTH: (ms) => number('%m', ms),
  FISCAL_QUARTER: quarter,
  FISCAL_YEAR: (ms) => number('%Y', ms),
};

export const isDateFunction = (name: string): boolean => name.toUpperCase() in functions;

/** Type of what a date function gives. */
export const typeOfDateFunction = (name: string): 'date' | 'int' =>
  name.toUpperCase() === 'DAY_ONLY' ? 'date' : 'int';

export const dateFunctionSql = (name: string, ms: string): string => {
  const make = functions[name.toUpperCase()];
  if (make === undefined) throw new Error(`${name} is no date function.`);
  return make(ms);
};
