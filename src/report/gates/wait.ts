import type { AppCheck } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { text } from '../document.ts';
import type { Document } from '../document.ts';
import { endLines } from '../wait-end.ts';

/** What the waiting came to: its first sentence is the outcome. */
export const waited = ({ wait }: AppCheck, words: Words): Document => {
  if (wait === undefined) return [];
  const [first, ...more] = endLines(wait, words);
  if (first === undefined) return [];
  const tone = wait.outcome === 'ready' ? 'good' : wait.outcome === 'fatal' ? 'bad' : 'unsure';
  const items = more.filter((line) => line.startsWith('- ')).map((line) => line.slice(2));
  return [
    {
      blocks: [
        { kind: 'headline', text: first, tone },
        ...more.filter((line) => !line.startsWith('- ')).map((line) => text(line)),
        ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
      ],
    },
  ];
};
