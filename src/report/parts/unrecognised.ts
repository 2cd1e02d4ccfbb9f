import type { Diagnosis, Refusal } from '../../model/index.ts';
import { section, text } from '../document.ts';
import type { Block, Document } from '../document.ts';
import type { Say } from '../say.ts';

/** So much stands on a screen; the JSON has it all. */
const mostTexts = 5;
const mostLines = 40;

const shown = (refusal: Refusal, say: Say): readonly Block[] => {
  const lines = refusal.text.split('\n');
  const more = lines.length - mostLines;
  return [
    { kind: 'verbatim', text: lines.slice(0, mostLines).join('\n') },
    ...(more > 0 ? [text(say.count('unrecognised.more-lines', more), 'quiet')] : []),
  ];
};

/** Refusals that nothing here knows: as they came, and how to report them. */
export const unrecognised = ({ refusals }: Diagnosis, say: Say): Document => {
  const unknown = refusals.filter(({ phrase }) => phrase === undefined);
  if (unknown.length === 0) return [];
  const more = unknown.length - mostTexts;
  return section(say('title.unrecognised'), [
    text(say('unrecognised.intro')),
    ...unknown.slice(0, mostTexts).flatMap((refusal) => shown(refusal, say)),
    ...(more > 0 ? [text(say.count('unrecognised.more', more), 'quiet')] : []),
    text(say('unrecognised.report')),
  ]);
};
