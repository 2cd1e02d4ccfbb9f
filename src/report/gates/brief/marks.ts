import type { AppCheck, CheckedApp, GateResult, GateState } from '../../../model/index.ts';
import { inLines } from '../../brief/foot.ts';
import { margin, plain } from '../../brief/part.ts';
import type { Line } from '../../brief/part.ts';
import { listed } from '../../say.ts';
import type { Say } from '../../say.ts';
import { dayOf } from '../../brief/when.ts';
import { lookedAt, unlooked } from '../no-org.ts';
import type { CheckBrief } from './page.ts';

const marks: Readonly<Record<Exclude<GateState, 'not-applicable'>, string>> = {
  open: '✔',
  closed: '✖',
  'not-seen': '?',
};

/** The end of the certificate is known from the app alone, with or without its private key. */
const until = (gate: GateResult['gate'], { certificateEnds }: CheckedApp, say: Say): string =>
  gate === 'certificate' && certificateEnds !== undefined ? ` ${say('until', { on: dayOf(certificateEnds) })}` : '';

const marked = ({ gate, title, state }: GateResult, app: CheckedApp, say: Say): readonly string[] =>
  state === 'not-applicable' ? [] : [`${title} ${marks[state]}${until(gate, app, say)}`];

/** Every gate with how it stands; those that such a login does not come through; and those that only an org shows. */
export const gateMarks = (check: AppCheck, { say, width }: CheckBrief): readonly Line[] => {
  const { gates } = lookedAt(check);
  const out = unlooked(check).length;
  const apart = gates.filter(({ state }) => state === 'not-applicable').map(({ title }) => title);
  return [
    ...inLines(
      gates.flatMap((gate) => marked(gate, check.app, say)),
      width - margin,
    ).map((text): Line => ({ text, tone: 'plain' })),
    ...(out === 0 ? [] : plain(say.count('no-org.gates', out), width, 'quiet')),
    ...(apart.length === 0 ? [] : plain(say('not-applicable', { gates: listed(apart) }), width, 'quiet')),
  ];
};
