import type { Diagnosis } from '../../model/index.ts';
import { columnsOf, pad } from '../wrap.ts';
import { painter } from '../terminal.ts';
import type { Paint } from '../terminal.ts';
import type { BriefPage } from './brief.ts';
import { composeBrief } from './compose.ts';
import type { Group } from './fit.ts';
import { margin } from './part.ts';
import type { Line } from './part.ts';

/** A mark stands in the margin; a label behind it. */
const lead = (label: string | undefined, tone: Line['tone'], paint: Paint): string => {
  if (label === undefined) return ' '.repeat(margin);
  return columnsOf(label) < margin ? paint(pad(label, margin), tone) : `${' '.repeat(margin)}${paint(label, 'strong')}`;
};

const show = ({ text, tone, label }: Line, paint: Paint): string =>
  tone === 'copy' && label === undefined
    ? paint(text, tone)
    : `${lead(label, tone, paint)}${paint(text, tone)}`.trimEnd();

/** Groups of lines as a terminal shows them. Ends with a line break. */
export const showGroups = (groups: readonly Group[], colour: boolean): string => {
  const paint = painter(colour);
  return `${groups.map((group) => group.flatMap(({ lines }) => lines.map((line) => show(line, paint))).join('\n')).join('\n\n')}\n`;
};

/** The short screen. Pure: the same diagnosis and options give the same text. */
export const renderBrief = (
  diagnosis: Diagnosis,
  { colour, ...page }: BriefPage & { readonly colour: boolean },
): string => showGroups(composeBrief(diagnosis, page), colour);
