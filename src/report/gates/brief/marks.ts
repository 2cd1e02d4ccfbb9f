import type { AppCheck, GateResult, GateState } from '../../../model/index.ts';
import { inLines } from '../../brief/foot.ts';
import { margin, plain } from '../../brief/part.ts';
import type { Line } from '../../brief/part.ts';
import { listed } from '../../say.ts';
import type { CheckBrief } from './page.ts';

const marks: Readonly<Record<Exclude<GateState, 'not-applicable'>, string>> = {
  open: '✔',
  closed: '✖',
  'not-seen': '?',
};

const marked = ({ title, state }: GateResult): readonly string[] =>
  state === 'not-applicable' ? [] : [`${title} ${marks[state]}`];

/** Every gate with how it stands; those that such a login does not come through. */
export const gateMarks = ({ gates }: AppCheck, { say, width }: CheckBrief): readonly Line[] => {
  const apart = gates.filter(({ state }) => state === 'not-applicable').map(({ title }) => title);
  return [
    ...inLines(gates.flatMap(marked), width - margin).map((text): Line => ({ text, tone: 'plain' })),
    ...(apart.length === 0 ? [] : plain(say('not-applicable', { gates: listed(apart) }), width, 'quiet')),
  ];
};
