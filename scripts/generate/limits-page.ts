import { format } from 'prettier';
import { doubts, type Settled } from '../../src/selftest/doubts.ts';
import { loadWords } from '../../src/words/index.ts';
import { tablePage } from './table-page.ts';

const words = loadWords();
const say = (key: string, values: Record<string, string> = {}): string => words.text('limits', key, values);

const settled = (by: Settled): string =>
  'replay' in by ? say('row.replay') : say(`row.${by.api}`, { object: by.object });

const columns = ['doubt', 'row', 'harm'] as const;

/** `docs/limits.md`: what is not certain, and the rows of `sf auth selftest` that settle it; then what is not asked for, since no source says how. */
export const limitsPage = async (): Promise<Array<readonly [string, string]>> => {
  const rows = doubts.map(
    ({ id, by }) => `| ${[say(`${id}.what`), by.map(settled).join(', '), say(`${id}.harm`)].join(' | ')} |`,
  );
  const unasked = words.list('limits', 'unasked').map((line) => `- ${line}`);
  const page = [tablePage(say, columns, rows), `## ${say('unasked.title')}`, '', ...unasked, ''].join('\n');
  return [['docs/limits.md', await format(page, { parser: 'markdown' })]];
};
