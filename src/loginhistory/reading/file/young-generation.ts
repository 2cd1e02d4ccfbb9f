import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the part of the heap where objects are made as large as it is. Left alone, V8 lets it grow to a multiple while a million rows are
 * counted, for objects that live no longer than a row: memory that nobody uses. V8 reads this setting each time it wants to grow.
 */
export const keepYoungGenerationSmall = (): void => {
  setFlagsFromString('--semi-space-growth-factor=1');
};
