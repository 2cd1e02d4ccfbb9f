import { existsSync, readFileSync } from 'node:fs';
import { rankCauses, recognizeRefusals } from '../../src/recognition/index.ts';

/** A small input, the sign of a kind of miss. `want`: the cause that comes first, one of several parted by "or"; in brackets, what is only looked at. */
type Kind = { readonly kind: string; readonly want: string; readonly raw: string };

/** Prints the inputs of the kinds whose first cause is not the wanted one, and what came where a person has to look. */
export const measureKinds = (path: string): void => {
  if (!existsSync(path)) return;
  const kinds = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Kind);
  const read = kinds.map(({ kind, want, raw }) => {
    const ranked = rankCauses(recognizeRefusals(raw));
    const shown = ranked.slice(0, 3).map(({ cause, standing }) => (standing === 'confirmed' ? `${cause}!` : cause));
    return { kind, want, isRight: want.split(' or ').includes(ranked[0]?.cause ?? 'nothing'), shown: shown.join(', ') };
  });
  const judged = read.filter(({ want }) => !want.startsWith('('));
  console.log(`\nKinds: ${judged.filter(({ isRight }) => isRight).length} of ${judged.length} first`);
  for (const { kind, want, shown } of read.filter(({ isRight }) => !isRight))
    console.log(`  ${want.startsWith('(') ? 'look at' : 'miss'} ${kind}: wanted ${want}, got ${shown || 'nothing'}`);
};
