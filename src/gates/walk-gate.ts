import { valueOf } from '../model/index.ts';
import type { CauseId, Evidence, Flow, GateResult, GateSign, GateState, GateWarning, IpRange } from '../model/index.ts';
import { blindSpotsOf, joined, type Voices } from './blind-spots.ts';
import { causeOf, type Catalogue } from './catalogue.ts';
import type { Check, Wanted } from './check.ts';
import { appFlows, type GateRule } from './gate.ts';
import { look, type Looked } from './look.ts';

export type WalkContext = Catalogue & { readonly voices: Voices; readonly wanted: Wanted };

export type WalkedGate = {
  readonly result: GateResult;
  readonly warnings: readonly GateWarning[];
  /** What closes it passes by itself. */
  readonly transient: boolean;
  readonly toAdd: readonly MissingRanges[];
};

/** What a look found missing. */
export type MissingRanges = { readonly check: string; readonly ranges: readonly IpRange[] };

/** The worst of the looks. */
const stateOf = (states: readonly GateState[]): GateState =>
  (['closed', 'not-seen', 'open'] as const).find((state) => states.includes(state)) ?? 'not-applicable';

const flowOf = (evidence: Evidence): Flow | undefined => valueOf(evidence.integration)?.flow;

/** A check that depends on the flow is not made while the flow is not known, nor in another flow; what only SOAP login() does without is made. */
const lookAt = (check: Check, evidence: Evidence, wanted: Wanted): Looked | undefined => {
  const flow = flowOf(evidence);
  const { flows } = check;
  const made = flow === undefined ? flows === undefined || flows === appFlows : flows?.includes(flow) !== false;
  return made ? look(check, evidence, wanted) : undefined;
};

const cureFlow = '--flow';

/** `check`: `flow` where the flow alone decides it, `nothing` where there is nothing to look at. */
const plain = (
  rule: GateRule,
  state: GateState,
  text: string,
  { voices }: WalkContext,
  check: 'flow' | 'nothing' = 'flow',
): WalkedGate => ({
  result: {
    gate: rule.id,
    title: voices.gates.gate(rule.id),
    state,
    signs: [{ check, state, text, sources: [] }],
    closedBy: [],
    blindSpots:
      state === 'not-seen' ? [{ fact: 'flow', why: 'not-asked', cure: cureFlow, text, hides: [rule.id] }] : [],
  },
  warnings: [],
  transient: false,
  toAdd: [],
});

const warningOf = ({ check, reading }: Looked, text: string, gate: GateRule['id']): readonly GateWarning[] => {
  const { on, cause, note } = reading;
  if (reading.state === 'closed' || (on === undefined && note !== true)) return [];
  return [
    {
      gate,
      check,
      kind: on === undefined ? 'note' : 'later',
      text,
      ...(cause === undefined ? {} : { cause }),
      ...(on === undefined ? {} : { on }),
    },
  ];
};

/** Goes through one gate. */
export const walkGate = (rule: GateRule, context: WalkContext): WalkedGate => {
  const { evidence, voices, wanted } = context;
  const flow = flowOf(evidence);
  if (rule.flows !== undefined) {
    if (flow === undefined && rule.needsFlow !== false)
      return plain(rule, 'not-seen', voices.gates.flowNotKnown(), context);
    if (flow !== undefined && !rule.flows.includes(flow))
      return plain(rule, 'not-applicable', voices.gates.notApplicable(rule.id, flow), context);
  }
  const looked = rule.checks.flatMap((check) => lookAt(check, evidence, wanted) ?? []);
  const flowMissing = flow === undefined && rule.checks.some(({ flows }) => flows !== undefined);
  if (looked.length === 0) {
    return flowMissing
      ? plain(rule, 'not-seen', voices.gates.flowNotKnown(), context)
      : plain(rule, 'not-applicable', voices.gates.notApplicable(rule.id), context, 'nothing');
  }
  const spoken = looked.map((one) => {
    const { say, values = {}, parts = {} } = one.reading;
    return { ...one, text: say === '' ? '' : voices.gates.reading(rule.id, one.check, say, values, parts) };
  });
  const spots = joined(spoken.flatMap((one) => blindSpotsOf(one, rule.id, evidence, voices, one.text)));
  const signs = spoken.map(({ check, reading, text, sources }): GateSign => ({
    check,
    state: reading.state,
    text: text === '' ? unseenText(reading.facts ?? [], spots) : text,
    sources,
  }));
  const closers = looked.filter(({ reading }) => reading.state === 'closed');
  const causes = [
    ...new Set(
      closers.flatMap(({ reading }): readonly CauseId[] => (reading.cause === undefined ? [] : [reading.cause])),
    ),
  ];
  const lasting = new Set(closers.flatMap(({ reading }) => (reading.lasting === true ? [reading.cause] : [])));
  return {
    result: {
      gate: rule.id,
      title: voices.gates.gate(rule.id),
      state: stateOf(looked.map(({ reading }) => reading.state)),
      signs,
      closedBy: causes.map((id) => causeOf(id, lasting.has(id), context)),
      blindSpots: spots,
    },
    warnings: spoken.flatMap((one) => warningOf(one, one.text, rule.id)),
    transient: closers[0]?.reading.transient === true,
    toAdd: looked.flatMap(({ check, reading: { toAdd: ranges = [] } }) =>
      ranges.length === 0 ? [] : [{ check, ranges }],
    ),
  };
};

/** One reason is enough for a look; the blind spots have them all. */
const unseenText = (facts: readonly string[], spots: GateResult['blindSpots']): string =>
  spots.find(({ fact }) => facts.includes(fact))?.text ?? '';
