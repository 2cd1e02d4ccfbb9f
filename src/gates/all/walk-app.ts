import { unknown } from '../../model/index.ts';
import type {
  AppFacts,
  AppGate,
  Evidence,
  FactName,
  Flow,
  GateResult,
  GateWarning,
  ListedAppCheck,
  OrgApps,
  TokenGroup,
} from '../../model/index.ts';
import { known } from '../../model/index.ts';
import { defined } from '../defined.ts';
import { checkedApp } from '../checked-app.ts';
import type { Check } from '../check.ts';
import type { GateRule } from '../gate.ts';
import { look } from '../look.ts';
import { rules } from '../rules.ts';
import { walkGate, type WalkContext } from '../walk-gate.ts';
import { flowsOf } from './flows-of.ts';
import { risks } from './risks.ts';

/** Checks that need no user and no client: what can be told of an app by itself. */
const ofApp: Readonly<Partial<Record<AppGate, readonly string[]>>> = {
  app: ['blocked'],
  propagated: ['changed'],
  certificate: ['expiry', 'kind'],
  scopes: ['full'],
  'run-as-user': ['set'],
};

const rulesFor = (flow: Flow | undefined): readonly GateRule[] =>
  rules.flatMap((rule) => {
    const ids = ofApp[rule.id] ?? [];
    const checks = rule.checks.filter(({ id }: Check) => ids.includes(id));
    // Without a flow, what holds in all of them; with one, only what it adds.
    const mine =
      flow === undefined
        ? rule.flows === undefined || rule.needsFlow === false || rule.id === 'scopes'
        : rule.flows?.includes(flow) === true && rule.needsFlow !== false && rule.id !== 'scopes';
    if (checks.length === 0 || !mine) return [];
    return [{ id: rule.id, checks }];
  });

export type Shared = Omit<WalkContext, 'evidence'> & { readonly now: string; readonly names: readonly FactName[] };

/** The tokens of an app: by its menu item, which leads to its id; where it has none, by its name. */
const tokensOf = (
  app: Pick<AppFacts, 'id' | 'name'>,
  all: OrgApps,
  groups: readonly TokenGroup[],
): readonly TokenGroup[] =>
  groups.filter(({ app: name, menuItem }) =>
    menuItem === undefined ? name === app.name : all.menu.get(menuItem)?.slice(0, 15) === app.id.slice(0, 15),
  );

const sum = (groups: readonly TokenGroup[], of: (group: TokenGroup) => number): number =>
  groups.reduce((all, group) => all + of(group), 0);

export const countTokens = (
  groups: readonly TokenGroup[],
  installed: boolean,
): NonNullable<ListedAppCheck['tokens']> => ({
  total: sum(groups, ({ total }) => total),
  neverUsed: sum(groups, ({ neverUsed }) => neverUsed),
  notInstalled: installed ? 0 : sum(groups, ({ total }) => total),
});

const evidenceOf = (
  app: AppFacts,
  all: OrgApps,
  tokens: ListedAppCheck['tokens'],
  flow: Flow | undefined,
  shared: Shared,
): Evidence => {
  const blank = Object.fromEntries(
    shared.names.map((name) => [name, unknown('not-asked', '--app')]),
  ) as unknown as Evidence;
  return {
    ...blank,
    now: known(shared.now, { place: 'clock' }),
    integration: known({ app: app.name, sourceIps: [], ...(flow === undefined ? {} : { flow }) }, { place: 'asked' }),
    refusals: known([], { place: 'asked' }),
    app: app.app,
    appOauth: app.appOauth,
    ipRelaxation: app.ipRelaxation,
    appState: app.appState,
    oauthSettings: all.oauthSettings,
    apiAccess: all.apiAccess,
    appTokens:
      tokens === undefined ? unknown('depends-on-unknown') : known(tokens, { place: 'org', name: 'OauthToken' }),
  };
};

/** The notes that no gate of a single app makes. */
const riskNotes = (evidence: Evidence, shared: Shared): readonly GateWarning[] =>
  risks.flatMap(({ gate, check }) => {
    const looked = look(check, evidence, shared.wanted);
    if (looked?.reading.state !== 'open') return [];
    const { say, values = {} } = looked.reading;
    return [
      {
        gate,
        check: check.id,
        kind: 'note',
        text: shared.voices.gates.reading(gate, `risk.${check.id}`, say, values, {}),
      },
    ];
  });

const earliest = (warnings: readonly GateWarning[]): GateWarning | undefined =>
  warnings.filter(({ kind }) => kind === 'later').toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1))[0];

type Riskiest = Pick<ListedAppCheck, 'outcome' | 'riskiest'>;

const ofGate = (result: GateResult, outcome: 'closed' | 'not-seen'): Riskiest => {
  const { gate, state, signs, closedBy } = result;
  const text = signs.find((sign) => sign.state === state)?.text ?? '';
  return { outcome, riskiest: { gate, state, text, ...defined({ cause: closedBy[0]?.cause }) } };
};

const ofWarning = ({ gate, text, cause, on }: GateWarning, outcome: 'later' | 'note'): Riskiest => ({
  outcome,
  riskiest: { gate, state: 'open', text, ...defined({ cause, on }) },
});

/** A closed gate, then one that will close, then one worth knowing, then one not seen. */
const riskiestOf = (results: readonly GateResult[], warnings: readonly GateWarning[]): Riskiest => {
  const closed = results.find(({ state }) => state === 'closed');
  if (closed !== undefined) return ofGate(closed, 'closed');
  const later = earliest(warnings);
  if (later !== undefined) return ofWarning(later, 'later');
  const [note] = warnings;
  if (note !== undefined) return ofWarning(note, 'note');
  const blind = results.find(({ state }) => state === 'not-seen');
  return blind === undefined ? { outcome: 'open' } : ofGate(blind, 'not-seen');
};

/** One app by itself, with its riskiest gate. */
export const walkApp = (
  app: AppFacts,
  all: OrgApps,
  groups: readonly TokenGroup[] | undefined,
  shared: Shared,
): ListedAppCheck => {
  const tokens = groups === undefined ? undefined : countTokens(tokensOf(app, all, groups), true);
  const walked = [undefined, ...flowsOf(app)].flatMap((flow) => {
    const context = { ...shared, evidence: evidenceOf(app, all, tokens, flow, shared) };
    return rulesFor(flow).map((rule) => walkGate(rule, context));
  });
  const whole = evidenceOf(app, all, tokens, undefined, shared);
  const warnings = [...walked.flatMap(({ warnings: some }) => some), ...riskNotes(whole, shared)];
  const results = walked.map(({ result }) => result);
  return { app: checkedApp(whole), ...riskiestOf(results, warnings), warnings, ...defined({ tokens }) };
};
