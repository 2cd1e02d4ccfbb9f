import type { AppCheck } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { text } from '../document.ts';
import type { Document } from '../document.ts';
import { waitEnd } from '../waiting/index.ts';

/** What the waiting came to: its first sentence is the outcome. */
export const waited = ({ wait, app }: AppCheck, words: Words): Document => {
  if (wait === undefined) return [];
  const { verdict, told, likeliest } = waitEnd(wait, app.consumerKey, words);
  const isGood = wait.outcome === 'ready' || wait.outcome === 'known';
  const tone = isGood ? 'good' : wait.outcome === 'fatal' ? 'bad' : 'unsure';
  return [
    {
      blocks: [
        { kind: 'headline', text: verdict, tone },
        ...told.map((line) => text(line)),
        ...(likeliest.length === 0
          ? []
          : [text(words.text('waiting', 'likeliest')), { kind: 'list', items: likeliest } as const]),
      ],
    },
  ];
};
