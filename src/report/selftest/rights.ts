import type { CauseId } from '../../model/index.ts';
import type { Block, TableRow } from '../document.ts';
import type { Say } from '../say.ts';

const widest = 34;

export const columns = (say: Say, ...names: readonly string[]) =>
  names.map((name, at) => ({ label: say(`column.${name}`), ...(at === names.length - 1 ? {} : { most: widest }) }));

/** A question that some right would open, in words. */
type Lacking = {
  readonly object: string;
  readonly permissions: readonly string[];
  readonly causes: readonly CauseId[];
};

/** Each right that is missing, with what it would open. */
export const rightsTable = (rows: readonly Lacking[], say: Say): readonly Block[] => {
  const missing = [...new Set(rows.flatMap(({ permissions }) => permissions))].toSorted();
  if (missing.length === 0) return [];
  const opened = (permission: string): string => {
    const some = rows.filter(({ permissions }) => permissions.includes(permission));
    const questions = [...new Set(some.map(({ object }) => object))].join(', ');
    const causes = [...new Set(some.flatMap((row) => row.causes))].toSorted();
    return causes.length === 0
      ? say('opens.questions', { questions })
      : say('opens', { questions, causes: causes.join(', ') });
  };
  const cells = missing.map((permission): TableRow => ({ cells: [permission, opened(permission)], tone: 'strong' }));
  return [{ kind: 'table', columns: columns(say, 'permission', 'opens'), rows: cells }];
};
