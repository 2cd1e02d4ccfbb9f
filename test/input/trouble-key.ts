import { Trouble } from '../../src/model/index.ts';

const keyOfError = (error: unknown): string => {
  if (error instanceof Trouble) return error.key;
  throw error;
};

/** The key of the `Trouble` that is thrown; undefined where none is. */
export const keyOf = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return keyOfError(error);
  }
};

export const keyOfLater = (act: Promise<unknown>): Promise<string | undefined> => act.then(() => undefined, keyOfError);
