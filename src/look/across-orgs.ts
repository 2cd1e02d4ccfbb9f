import { eachOf } from './each-of.ts';
import { Trouble } from '../model/index.ts';
import { loadWords } from '../words/index.ts';

/** What one org had to say, or why it had nothing. */
export type Answered<R> = { readonly name: string } & ({ readonly result: R } | { readonly trouble: string });

/** So many are looked into side by side: one that is silent takes one place. */
const sideBySide = 8;

/** Looks into several orgs: what keeps one of them from answering is told, and takes nothing from the others. */
export const lookAcross = async <R>(
  names: readonly string[],
  look: (name: string) => Promise<R>,
): Promise<ReadonlyArray<Answered<R>>> => {
  const ended: unknown[] = [];
  const answered = await eachOf(names, sideBySide, async (name): Promise<Answered<R>> => {
    try {
      return { name, result: await look(name) };
    } catch (error) {
      if (error instanceof Trouble) return { name, trouble: loadWords().text('trouble', error.key, error.values) };
      ended.push(error);
      return { name, trouble: '' };
    }
  });
  // What ends one of them ends the run, but not before the others have said what they have to say.
  if (ended.length > 0) throw ended[0];
  return answered;
};
