import type { AppCheck, GateResult, GateState } from '../../model/index.ts';
import { section } from '../document.ts';
import type { Document, TableRow, Tone } from '../document.ts';
import type { Say } from '../say.ts';
import { readable } from '../time.ts';

const tones: Readonly<Record<GateState, Tone>> = {
  open: 'good',
  closed: 'bad',
  'not-seen': 'unsure',
  'not-applicable': 'quiet',
};

/** Of a closed gate what closes it, of one not seen what was not seen, of an open one all. */
const seen = ({ state, signs }: GateResult): string =>
  [...new Set(signs.filter((sign) => sign.state === state).map(({ text }) => readable(text)))].join(' ');

const rowOf = (gate: GateResult, say: Say): TableRow => ({
  cells: [say(`screen.state.${gate.state}`), gate.title, seen(gate)],
  tone: tones[gate.state],
});

/** Every gate in order: its state, and what was seen. */
export const gatesTable = ({ gates }: AppCheck, say: Say): Document =>
  section(say('screen.title.gates'), [
    {
      kind: 'table',
      columns: ['state', 'gate', 'seen'].map((name) => ({ label: say(`screen.column.${name}`) })),
      rows: gates.map((gate) => rowOf(gate, say)),
    },
  ]);
