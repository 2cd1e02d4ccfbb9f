import { failingRow } from '../loginhistory/one-login/index.ts';
import { bringsAbout, clueWith, suggests, undoes } from '../model/index.ts';
import type { Acts, CauseId, Change, Clue, LoginRow, Refusal } from '../model/index.ts';
import { isNamed } from './named.ts';

type Undoing = { readonly done: Change; readonly undone: Change };

/** The entry that brought it about, and the first one behind it by which it was undone; `at`: between which the failure lies. */
const undoingOf = (changes: readonly Change[], acts: Acts, at?: string): Undoing | undefined => {
  const own = changes.filter((change) => bringsAbout(acts, change) || undoes(acts, change));
  const from = at === undefined ? 1 : own.findIndex((change) => change.at <= at);
  const [undone, done] = [own[from - 1], own[from]];
  const isPair = done !== undefined && undone !== undefined && bringsAbout(acts, done) && undoes(acts, undone);
  return isPair ? { done, undone } : undefined;
};

type Failure = { readonly row: LoginRow | undefined; readonly refusals: readonly Refusal[] };

const canMean = ({ row, refusals }: Failure, id: CauseId): boolean =>
  row?.recognised === true ? row.decides === id || row.suspects.includes(id) : isNamed(refusals, id);

/**
 * Somebody brought it about before the failure, and somebody undid it since: that it is not there now says nothing of then. Only
 * where what was seen of the failure can mean it.
 */
export const undone = (id: CauseId, acts: Acts): Clue => ({
  ...clueWith(
    'undone',
    { needs: ['integration', 'refusals', 'failedAt', 'now'], also: ['changes', 'loginRows'] },
    ({ changes = [], loginRows = [], ...asked }) => {
      const row = failingRow(loginRows, asked);
      const found = undoingOf(changes, acts, row?.at ?? asked.failedAt);
      if (found === undefined || !canMean({ row, refusals: asked.refusals }, id)) return undefined;
      const { done, undone: ended } = found;
      return suggests({ at: done.at, display: done.display, undoneAt: ended.at, undone: ended.display }, done.at);
    },
  ),
  about: 'failure',
  outlives: true,
});
