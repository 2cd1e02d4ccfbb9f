import type { Explanation } from '../../model/index.ts';
import { row, rows, section, text } from '../document.ts';
import type { Document } from '../document.ts';
import type { Say } from '../say.ts';

type Catalogue = Extract<Explanation, { about: 'catalogue' }>;

/** Every cause under its gate. */
export const listDocument = ({ causes }: Catalogue, explain: Say): Document => [
  { blocks: [text(explain('list', { count: causes.length }))] },
  ...[...Map.groupBy(causes, ({ gate }) => gate)].flatMap(([gate, all]) =>
    section(explain('gate', { gate }), rows(all.map(({ id, title }) => row(id, title)))),
  ),
  { blocks: rows([row(explain('label.page'), { kind: 'copy', text: explain('command.page', { id: '<id>' }) })]) },
];
