import type { AppCheck } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { text } from '../document.ts';
import type { Document } from '../document.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom, type Say } from '../say.ts';
import { checkBlindSpots } from './blind-spots.ts';
import { closing } from './closing.ts';
import { closedGates, rangesToAdd, warnings } from './details.ts';
import { checkHeader } from './header.ts';
import { lookedAt, onlyWaited } from './no-org.ts';
import { behindGates } from './behind-gates.ts';
import { gatesTable } from './table.ts';
import { verdict } from './verdict.ts';
import { waited } from './wait.ts';

const walked = (check: AppCheck, words: Words, say: Say, doctorSay: Say): Document => [
  ...verdict(check, say, doctorSay),
  ...closedGates(check, say, doctorSay),
  ...rangesToAdd(check, say),
  ...gatesTable(check, say),
  ...warnings(check, say, doctorSay),
  ...checkBlindSpots({ ...lookedAt(check), gates: check.gates }, say, doctorSay, (name) => words.find('facts', name)),
  { blocks: behindGates(check, say).map((line) => text(line, 'quiet')) },
  ...closing(check, say, doctorSay),
];

/** The walk in words, the same for every renderer: the deciding gate and what cures it come first, then the whole walk. */
export const composeCheck = (check: AppCheck, words: Words): Document => {
  const clean = allPrintable(check);
  const [say, doctorSay] = [sayFrom(words, 'gates'), sayFrom(words)];
  return [
    ...checkHeader(clean, say, doctorSay),
    ...waited(clean, words),
    ...(onlyWaited(clean) ? [] : walked(clean, words, say, doctorSay)),
  ].filter(({ blocks }) => blocks.length > 0);
};
