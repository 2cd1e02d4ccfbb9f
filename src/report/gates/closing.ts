import type { AppCheck, GateState } from '../../model/index.ts';
import { text } from '../document.ts';
import type { Document } from '../document.ts';
import type { Say } from '../say.ts';
import { took } from '../time.ts';

const states: readonly GateState[] = ['closed', 'not-seen', 'open', 'not-applicable'];

/** One line: how many gates of each kind, and what looking has cost. */
export const closing = ({ gates, cost }: AppCheck, say: Say, doctorSay: Say): Document => {
  const counts = states.flatMap((state) => {
    const count = gates.filter((gate) => gate.state === state).length;
    return count === 0 ? [] : [say(`screen.count.${state}`, { count })];
  });
  return [
    {
      blocks: [
        text(
          [
            ...counts,
            doctorSay.count('closing.round-trips', cost.orgRoundTrips),
            doctorSay.count('closing.requests', cost.requests),
            took(cost.milliseconds),
          ].join(' · '),
          'quiet',
        ),
      ],
    },
  ];
};
