import { otherScripts, otherWords } from './meanings-elsewhere.ts';
import { meanings } from './meanings.ts';
import type { Meaning } from './meanings.ts';

const parted = (words: Readonly<Partial<Record<Meaning, string>>>): Array<readonly [string, Meaning]> =>
  (Object.keys(meanings) as Meaning[]).flatMap(
    (name) => words[name]?.split(' | ').map((word) => [word, name] as const) ?? [],
  );

/** Every word of known meaning that is written in Latin letters, with its meaning. */
export const latinWordings = (): ReadonlyArray<readonly [string, Meaning]> => [
  ...parted(meanings),
  ...parted(otherWords),
];

/** Those of other scripts. */
export const scriptWordings = (): ReadonlyArray<readonly [string, Meaning]> => parted(otherScripts);
