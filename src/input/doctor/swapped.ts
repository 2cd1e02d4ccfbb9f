import type { Swapped } from '../../model/index.ts';
import { isSecret, shapeOf } from '../../oauth/index.ts';

/** The shapes that belong where a value was asked for. */
const fitting = { app: 'consumer-key', username: 'username' } as const;

export type Sorted = {
  readonly app?: string;
  readonly username?: string;
  readonly swapped: readonly Swapped[];
};

/** The app and the user as they were given, without what is a secret by its shape; and what was given in the wrong place. */
export const sortValues = (given: {
  readonly app?: string | undefined;
  readonly username?: string | undefined;
}): Sorted => {
  const named = (['app', 'username'] as const).flatMap((name) => {
    const value = given[name];
    return value === undefined ? [] : [{ name, value, shape: shapeOf(value) }];
  });
  return {
    ...Object.fromEntries(named.filter(({ value }) => !isSecret(value)).map(({ name, value }) => [name, value])),
    swapped: named.flatMap(({ name, shape }): readonly Swapped[] =>
      shape === undefined || shape === fitting[name] ? [] : [{ given: name, shape }],
    ),
  };
};
