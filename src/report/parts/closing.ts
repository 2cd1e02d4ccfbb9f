import type { Diagnosis } from '../../model/index.ts';
import { text } from '../document.ts';
import type { Document } from '../document.ts';
import type { Say } from '../say.ts';
import { took } from '../time.ts';

/** One line: what was ruled out, and what looking has cost. */
export const closing = ({ ruledOut, cost }: Diagnosis, say: Say): Document => [
  {
    blocks: [
      text(
        [
          say.count('closing.ruled-out', ruledOut.length),
          say.count('closing.round-trips', cost.orgRoundTrips),
          say.count('closing.requests', cost.requests),
          took(cost.milliseconds),
        ].join(' · '),
        'quiet',
      ),
    ],
  },
];
