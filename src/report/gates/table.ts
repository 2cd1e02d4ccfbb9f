import type { AppCheck, GateResult, GateState } from '../../model/index.ts';
import { section, text } from '../document.ts';
import type { Block, Document, TableRow, Tone } from '../document.ts';
import { listed } from '../say.ts';
import type { Say } from '../say.ts';
import { readable } from '../time.ts';
import { lookedAt, unlooked } from './no-org.ts';

const tones: Readonly<Record<GateState, Tone>> = {
  open: 'good',
  closed: 'bad',
  'not-seen': 'unsure',
  'not-applicable': 'quiet',
};

/** Of a closed gate what closes it, of one not seen what was not seen, of an open one all; what stands below as a warning is said once. */
const seen = ({ state, signs }: GateResult, below: ReadonlySet<string>): string => {
  const all = [...new Set(signs.filter((sign) => sign.state === state).map((sign) => sign.text))];
  const rest = all.filter((sentence) => !below.has(sentence));
  return (rest.length === 0 ? all : rest).map(readable).join(' ');
};

/** No login by this flow comes through it: that needs no line of its own. */
const isOffTheRoad = ({ state, signs }: GateResult): boolean =>
  state === 'not-applicable' && signs.every(({ check }) => check === 'flow');

const offTheRoad = (gates: readonly GateResult[], say: Say): readonly Block[] => {
  const names = gates.filter(isOffTheRoad).map(({ title }) => title);
  return names.length === 0 ? [] : [text(say('screen.off-the-road', { gates: listed(names) }), 'quiet')];
};

/** Every gate in order: its state, and what was seen. */
export const gatesTable = (check: AppCheck, say: Say): Document => {
  const { gates, warnings } = lookedAt(check);
  const out = unlooked(check);
  const below = new Set(warnings.map((warning) => warning.text));
  const rowOf = (gate: GateResult): TableRow => ({
    cells: [say(`screen.state.${gate.state}`), gate.title, seen(gate, below)],
    tone: tones[gate.state],
  });
  return section(say('screen.title.gates'), [
    {
      kind: 'table',
      columns: ['state', 'gate', 'seen'].map((name) => ({ label: say(`screen.column.${name}`) })),
      rows: gates.filter((gate) => !isOffTheRoad(gate)).map(rowOf),
    },
    ...(out.length === 0
      ? []
      : [text(say('screen.no-org', { gates: listed(out.map(({ title }) => title)) }), 'quiet')]),
    ...offTheRoad(gates, say),
  ]);
};
