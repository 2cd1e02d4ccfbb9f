import { defined } from '../model/index.ts';
import type {
  AppCheck,
  ComparedGate,
  ComparedOrg,
  ComparedSide,
  Comparison,
  Differing,
  GateDifference,
  GateResult,
  GateWarning,
} from '../model/index.ts';

const named = ({ gate, title }: GateResult): Pick<GateResult, 'gate' | 'title'> => ({ gate, title });

const orgOf = (side: ComparedSide): ComparedOrg => {
  const { name, check } = side;
  if (check === undefined)
    return {
      name,
      outcome: 'inconclusive',
      integration: { sourceIps: [] },
      notSeen: [],
      warnings: [],
      trouble: side.trouble,
    };
  const { outcome, targetOrg, integration, gates, decidingGate, warnings } = check;
  const deciding = gates.find(({ gate }) => gate === decidingGate);
  return {
    name,
    outcome,
    ...defined({ targetOrg }),
    integration,
    ...(deciding === undefined ? {} : { deciding: { ...named(deciding), closedBy: deciding.closedBy } }),
    notSeen: gates.filter(({ state }) => state === 'not-seen').map(named),
    warnings,
  };
};

const gateIn = ({ state, signs, closedBy }: GateResult): ComparedGate => ({
  state,
  signs: signs.filter((sign) => sign.state === state),
  closedBy,
});

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  new Set(one).symmetricDifference(new Set(other)).size === 0;

const causesOf = ({ closedBy }: GateResult): readonly string[] => closedBy.map(({ cause }) => cause);

const warnedAt = (warnings: readonly GateWarning[], { gate }: GateResult): readonly string[] =>
  warnings.filter((one) => one.gate === gate).map(({ kind, check }) => `${kind} ${check}`);

/** A gate of both orgs. */
type Pair = { readonly target: GateResult; readonly other: GateResult };

/** One at least was not seen, and none stops the login: nothing tells whether they differ. */
const isUnseen = ({ target, other }: Pair): boolean => {
  const states = [target.state, other.state];
  return states.includes('not-seen') && !states.includes('closed');
};

/** Names, ids and times are never the same in two orgs: compared is what a gate does, and by which causes and checks. */
const howDifferent = ({ target, other }: Pair, ours: AppCheck, theirs: AppCheck): Differing | undefined => {
  if (target.state !== other.state) return 'state';
  if (!sameSet(causesOf(target), causesOf(other))) return 'cause';
  return sameSet(warnedAt(ours.warnings, target), warnedAt(theirs.warnings, other)) ? undefined : 'warnings';
};

const pairs = (ours: AppCheck, theirs: AppCheck): readonly Pair[] =>
  ours.gates.flatMap((target) => {
    const other = theirs.gates.find(({ gate }) => gate === target.gate);
    return other === undefined ? [] : [{ target, other }];
  });

type Compared = Pick<Comparison, 'differences' | 'unseen' | 'alike'>;

const compareChecks = (ours: AppCheck, theirs: AppCheck): Compared => {
  const all = pairs(ours, theirs);
  const seen = all
    .filter((pair) => !isUnseen(pair))
    .map((pair) => ({ ...pair, differs: howDifferent(pair, ours, theirs) }));
  return {
    differences: seen.flatMap(({ target, other, differs }): readonly GateDifference[] =>
      differs === undefined ? [] : [{ ...named(target), differs, target: gateIn(target), other: gateIn(other) }],
    ),
    unseen: all.filter(isUnseen).map(({ target }) => named(target)),
    alike: seen.filter(({ differs }) => differs === undefined).map(({ target }) => named(target)),
  };
};

/** Only where both orgs were looked into can they be told apart. */
const compared = (ours: AppCheck | undefined, theirs: AppCheck | undefined): Compared =>
  ours?.targetOrg === undefined || theirs?.targetOrg === undefined
    ? { unseen: [], alike: [] }
    : compareChecks(ours, theirs);

/** The same login in two orgs, gate by gate: only what differs. Pure. `milliseconds`: what looking has taken, side by side. */
export const compareSides = (target: ComparedSide, other: ComparedSide, milliseconds: number): Comparison => {
  const checks = [target.check, other.check].filter((check) => check !== undefined);
  const ours = orgOf(target);
  return {
    schemaVersion: 1,
    outcome: ours.outcome,
    target: ours,
    other: orgOf(other),
    ...compared(target.check, other.check),
    cost: {
      orgRoundTrips: Math.max(0, ...checks.map(({ cost }) => cost.orgRoundTrips)),
      requests: checks.reduce((sum, { cost }) => sum + cost.requests, 0),
      milliseconds,
    },
  };
};
