type ParseError = Error & { readonly parse: unknown; readonly oclif: { exit?: number } };

const isParseError = (error: unknown): error is ParseError =>
  error instanceof Error && 'parse' in error && 'oclif' in error && typeof error.oclif === 'object';

/** Inside `sf`, oclif gives some wrong usage its default exit code, 1. Ours is 2, wherever the plugin runs. */
export const asWrongUsage = (error: unknown): never => {
  if (isParseError(error)) error.oclif.exit = 2;
  throw error;
};
