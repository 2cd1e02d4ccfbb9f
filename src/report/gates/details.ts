import type { AppCheck, IpRange } from '../../model/index.ts';
import { section, text } from '../document.ts';
import type { Block, Document } from '../document.ts';
import { shortFinding, wholeFinding } from '../parts/finding.ts';
import { withAccepted } from '../parts/accepted.ts';
import type { Say } from '../say.ts';
import { readable, utc } from '../time.ts';
import { asDiagnosis, asFinding } from './as-diagnosis.ts';

/** What closes the deciding gate at full length; the other closed gates in a few lines. */
export const closedGates = (check: AppCheck, say: Say, doctorSay: Say): Document => {
  const diagnosis = asDiagnosis(check);
  const deciding = check.gates.find(({ gate }) => gate === check.decidingGate);
  const [first, ...more] = deciding?.closedBy ?? [];
  if (deciding === undefined || first === undefined) return [];
  const shown = new Set([first.cause]);
  const others = check.gates
    .filter(({ state }) => state === 'closed')
    .flatMap((gate) => (gate === deciding ? more : gate.closedBy).map((cause) => ({ gate, cause })))
    .filter(({ cause: { cause } }) => !shown.has(cause) && shown.add(cause));
  return [
    ...section(say('screen.title.closed'), wholeFinding(asFinding(first, deciding), diagnosis, doctorSay)),
    ...section(
      say('screen.title.also'),
      others.flatMap(({ gate, cause }) => shortFinding(asFinding(cause, gate), diagnosis, doctorSay)),
    ),
  ];
};

const list = (items: readonly string[]): readonly Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);

/** What will break, with its date; and what is worth knowing. */
export const warnings = ({ warnings: all, gates }: AppCheck, say: Say, doctorSay: Say): Document => {
  const titleOf = (gate: string): string => gates.find((one) => one.gate === gate)?.title ?? gate;
  const later = all.filter(({ kind }) => kind === 'later');
  const notes = all.filter(({ kind }) => kind === 'note');
  return [
    ...section(
      say('screen.title.later'),
      list(
        later.map((one) =>
          withAccepted(say('screen.later', { at: utc(one.on ?? ''), text: readable(one.text) }), one, doctorSay),
        ),
      ),
    ),
    ...section(
      say('screen.title.notes'),
      list(notes.map(({ gate, text: words }) => say('screen.note', { gate: titleOf(gate), text: readable(words) }))),
    ),
  ];
};

/** So many ranges stand on a screen. */
const most = 40;

const rangeLines = (title: string, ranges: readonly IpRange[], say: Say): Document => {
  if (ranges.length < 2) return [];
  const more = ranges.length - most;
  return section(title, [
    {
      kind: 'verbatim',
      text: ranges
        .slice(0, most)
        .map(({ start, end }) => `${start} - ${end}`)
        .join('\n'),
    },
    ...(more > 0 ? [text(say('screen.ranges.more', { count: more }), 'quiet')] : []),
  ]);
};

/** The ranges to add, merged, ready to be copied, one list each. A sentence holds a few of them already. */
export const rangesToAdd = ({ addresses }: AppCheck, say: Say): Document => [
  ...rangeLines(say('screen.title.ranges'), addresses?.toAdd ?? [], say),
  ...rangeLines(say('screen.title.ranges.token-list'), addresses?.toAddTokenList ?? [], say),
  ...rangeLines(say('screen.title.ranges.trusted'), addresses?.toAddTrusted ?? [], say),
];
