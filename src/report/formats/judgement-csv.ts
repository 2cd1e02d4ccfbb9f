import { csvTable } from '../csv.ts';
import type { Judgement } from './judgement.ts';
import type { Sheet, Written } from './sheet.ts';

const columns = [
  'level',
  'rule',
  'about',
  'title',
  'signs',
  'since',
  'on',
  'to_do',
  'who',
  'steps',
  'command',
  'link',
  'more',
  'exit_code',
] as const;

/** One thing that was judged a line. Times: UTC, ISO 8601. */
export const judgementCsv = ({ judgements }: Pick<Sheet, 'judgements'>, { exit }: Pick<Written, 'exit'>): string =>
  csvTable(
    columns,
    judgements.map(({ level, rule, about, title, signs, since, on, toDo, more }: Judgement) => ({
      ...{ level, rule, about, title, since, on, more },
      signs: signs.join(' '),
      to_do: toDo?.title,
      who: toDo?.who,
      steps: toDo?.steps.join(' '),
      command: toDo?.command,
      link: toDo?.link,
      exit_code: exit.code,
    })),
  );
