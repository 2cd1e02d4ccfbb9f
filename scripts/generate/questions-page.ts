import { format } from 'prettier';
import type { Document } from '../../src/evidence/org/documents.ts';
import { questions } from '../../src/evidence/org/questions.ts';
import { documents as logins } from '../../src/loginhistory/reading/index.ts';
import { documents as trail } from '../../src/loginhistory/around/trail.ts';
import { loadWords } from '../../src/words/index.ts';
import { tablePage } from './table-page.ts';

const words = loadWords();
const say = (key: string, values: Record<string, string> = {}): string => words.text('questions', key, values);

/** The words of a finding: facts have theirs, and what is only found on the way to them has its own. */
const named = (name: string): string =>
  words.keys('facts').includes(name) ? words.text('facts', name) : say(`finding.${name}`);

const ofWhat = (of: string): string => {
  const [name = '', api = 'object'] = of.split(':').toReversed();
  return say(`of.${api}`, { name });
};

const row = (question: string, { of, url, tells, checked }: Document): string =>
  `| ${[question, ofWhat(of), say(`tells.${tells}`, { url }), checked].join(' | ')} |`;

const columns = ['question', 'of', 'tells', 'checked'] as const;

/** `docs/questions.md`: every question to an org with the pages that allow it, as it declares them itself. */
export const questionsPage = async (): Promise<Array<readonly [string, string]>> => {
  const rows = [
    ...Object.entries(questions).flatMap(([name, { documents }]) => documents.map((one) => row(named(name), one))),
    ...logins.map((one) => row(say('look.logins'), one)),
    ...trail.map((one) => row(say('look.trail'), one)),
  ];
  const page = tablePage(say, columns, rows);
  return [['docs/questions.md', await format(page, { parser: 'markdown', printWidth: 120 })]];
};
