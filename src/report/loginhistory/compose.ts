import type { LoginFailures } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { text, type Document } from '../document.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom, type Say } from '../say.ts';
import { took } from '../time.ts';
import { alarms } from './alarms.ts';
import { groups } from './groups.ts';
import { header } from './header.ts';
import { countOf } from './numbers.ts';
import { unseen } from './unseen.ts';

const closing = ({ cost, from }: LoginFailures, say: Say): Document => [
  {
    blocks: [
      text(
        [
          ...(from.kind === 'org'
            ? [countOf(say, 'closing.requests', cost.requests), countOf(say, 'closing.calls', cost.apiCalls)]
            : []),
          took(cost.milliseconds),
        ].join(' · '),
        'quiet',
      ),
    ],
  },
];

export type Composed = {
  /** Above and below the chart. */
  readonly above: Document;
  readonly below: Document;
  /** The result, safe to show. */
  readonly clean: LoginFailures;
  readonly say: Say;
};

const filled = (document: Document): Document => document.filter(({ blocks }) => blocks.length > 0);

/** The result in words, the same for every renderer: what must not be overlooked comes first. */
export const composeFailures = (result: LoginFailures, words: Words): Composed => {
  const clean = allPrintable(result);
  const say = sayFrom(words, 'loginhistory');
  return {
    clean,
    say,
    above: filled([...header(clean, say), ...alarms(clean, say)]),
    below: filled([...groups(clean, { say, report: sayFrom(words) }), ...unseen(clean, say), ...closing(clean, say)]),
  };
};
