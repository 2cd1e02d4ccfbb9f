import type { Actor, CauseId } from '../../model/index.ts';
import type { Brief } from './brief.ts';
import type { Group } from './fit.ts';
import { part, plain } from './part.ts';
import { ranks } from './ranks.ts';

/** A cause that stays possible, who acts then, and what cures it. */
export type Suspect = { readonly title: string; readonly id: CauseId; readonly who?: Actor; readonly fix?: string };

/** So many suspects get a line; more are counted. */
const mostSuspects = 6;

/** So many stay, however full the screen. */
const surely = 2;

const suspectLine = ({ who, fix, ...suspect }: Suspect, index: number, { say }: Brief): string => {
  const filling = { number: index + 1, ...suspect };
  if (who === undefined) return say('suspect', filling);
  const acts = say(`who.${who}`);
  return fix === undefined
    ? say('suspect.who', { ...filling, who: acts })
    : say('suspect.fix', { ...filling, fix, who: acts });
};

/** What stays possible, likeliest first, a line each. */
export const suspectLines = (suspects: readonly Suspect[], brief: Brief): Group => {
  const { say, width } = brief;
  const more = suspects.length - mostSuspects;
  return [
    ...part(0, plain(say('suspects'), width, 'strong')),
    ...suspects
      .slice(0, mostSuspects)
      .flatMap((one, index) =>
        part(index < surely ? 0 : ranks.alsoPossible, plain(suspectLine(one, index, brief), width)),
      ),
    ...(more > 0 ? part(ranks.alsoPossible, plain(say.count('suspects.more', more), width)) : []),
  ];
};
