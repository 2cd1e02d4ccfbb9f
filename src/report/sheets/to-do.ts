import { defined, type FindingRemedy } from '../../model/index.ts';
import type { ToDo } from '../formats/judgement.ts';
import { setupLink } from '../parts/finding.ts';
import type { Say } from '../say.ts';

/** The first thing that cures it. `say`: the words of `messages/report.md`. */
export const toDoOf = ([first]: readonly FindingRemedy[], say: Say): { readonly toDo?: ToDo } => {
  if (first === undefined) return {};
  const { title, who, steps, command, setup, risk } = first;
  const link = setup === undefined ? undefined : setupLink(setup, say);
  return { toDo: { title, who: say(`actor.${who}`), steps, ...defined({ command, link, risk }) } };
};

/** The page of a cause. */
export const pageOf = (cause: string): string => `sf auth explain ${cause}`;
