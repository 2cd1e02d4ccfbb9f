import { conclude, isOpen, judgeAll, type Judgement } from '../../diagnosis/index.ts';
import { bearingOf, gateOrder, known, unknown, defined, wholeEvidence } from '../../model/index.ts';
import type {
  AppFacts,
  Cause,
  Client,
  Clue,
  Evidence,
  FactName,
  Flow,
  GateResult,
  GateWarning,
  ListedAppCheck,
  OrgApps,
  Speaker,
} from '../../model/index.ts';
import { checkedApp } from '../checked-app.ts';
import { gateResults } from '../gates.ts';
import { warningsOf } from '../warnings.ts';
import { flowsOf } from './flows-of.ts';
import { risksOf } from './risks.ts';

/** What can be told of an app by itself, without a user and a client. */
const ofApp: ReadonlySet<FactName> = new Set<FactName>([
  'now',
  'integration',
  'refusals',
  'app',
  'appOauth',
  'ipRelaxation',
  'appState',
  'oauthSettings',
  'apiAccess',
  'appTokens',
]);

export type Shared = {
  readonly causes: readonly Cause[];
  readonly speaker: Speaker;
  readonly client: Client;
  /** UTC, ISO 8601. */
  readonly now: string;
};

const countsFor = ({ needs, about, flows, doubts, bars }: Clue, flow: Flow | undefined): boolean =>
  about === 'state' &&
  doubts !== true &&
  bars !== true &&
  needs.every((name) => ofApp.has(name)) &&
  needs.some((name) => name === 'app' || name === 'appOauth' || name === 'ipRelaxation' || name === 'appState') &&
  bearingOf(flow, flows) === 'in';

/** The catalogue as far as it speaks of an app by itself. Without a flow: what holds in all of them; with one, only what it adds. */
const causesOf = (causes: readonly Cause[], flow: Flow | undefined): readonly Cause[] =>
  causes.flatMap((cause): Cause[] => {
    const isGeneral = bearingOf(undefined, cause.flows) === 'in';
    if (bearingOf(flow, cause.flows) !== 'in') return [];
    const clues = cause.clues.filter(
      (clue) =>
        countsFor(clue, flow) &&
        (flow === undefined || !isGeneral || clue.needs.includes('integration') || clue.flows !== undefined),
    );
    return clues.length === 0 ? [] : [{ ...cause, clues }];
  });

const evidenceOf = (
  app: AppFacts,
  all: OrgApps,
  tokens: ListedAppCheck['tokens'],
  flow: Flow | undefined,
  { client, now }: Shared,
): Evidence => {
  const facts: Partial<Evidence> = {
    now: known(now, { place: 'clock' }),
    integration: known({ app: app.name, sourceIps: [], client, ...defined({ flow }) }, { place: 'asked' }),
    refusals: known([], { place: 'asked' }),
    failedAt: known(undefined, { place: 'asked' }),
    app: app.app,
    appOauth: app.appOauth,
    ipRelaxation: app.ipRelaxation,
    appState: app.appState,
    oauthSettings: all.oauthSettings,
    apiAccess: all.apiAccess,
    appTokens:
      tokens === undefined ? unknown('depends-on-unknown') : known(tokens, { place: 'org', name: 'OauthToken' }),
  };
  return wholeEvidence(facts, unknown('not-asked', '--app'));
};

type Riskiest = Pick<ListedAppCheck, 'outcome' | 'riskiest'>;

const ofGate = ({ gate, state, signs, closedBy }: GateResult, outcome: 'closed' | 'not-seen'): Riskiest => ({
  outcome,
  riskiest: {
    gate,
    state,
    text: signs.find((sign) => sign.state === state)?.text ?? '',
    ...defined({ cause: closedBy[0]?.cause }),
  },
});

const ofWarning = ({ gate, text, cause, on }: GateWarning, outcome: 'later' | 'note'): Riskiest => ({
  outcome,
  riskiest: { gate, state: 'open', text, ...defined({ cause, on }) },
});

/** A closed gate, then one that will close, then one worth knowing, then one not seen. */
const riskiestOf = (gates: readonly GateResult[], warnings: readonly GateWarning[]): Riskiest => {
  const closed = gates.find(({ state }) => state === 'closed');
  if (closed !== undefined) return ofGate(closed, 'closed');
  const [first] = warnings;
  if (first !== undefined) return ofWarning(first, first.kind);
  const blind = gates.find(({ state }) => state === 'not-seen');
  return blind === undefined ? { outcome: 'open' } : ofGate(blind, 'not-seen');
};

/** A hint is no risk, and what only a login would tell is none either: what nobody could see is. */
const counts = (judgement: Judgement): boolean => judgement.standing !== 'suspected' || isOpen(judgement);

/** One app by itself, with its riskiest gate. */
export const checkAppAlone = (
  app: AppFacts,
  all: OrgApps,
  tokens: ListedAppCheck['tokens'],
  shared: Shared,
): ListedAppCheck => {
  const { speaker } = shared;
  const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };
  const looked = [undefined, ...flowsOf(app)].map((flow) => {
    const evidence = evidenceOf(app, all, tokens, flow, shared);
    const judgements = judgeAll({ evidence, causes: causesOf(shared.causes, flow) }).filter(counts);
    const { findings } = conclude(judgements, { evidence, speaker, cost });
    return { judgements, gates: gateResults(judgements, findings, { evidence, speaker }) };
  });
  const whole = evidenceOf(app, all, tokens, undefined, shared);
  const gates = looked.flatMap((one) => one.gates).toSorted((a, b) => gateOrder(a.gate) - gateOrder(b.gate));
  const said = warningsOf(
    looked.flatMap(({ judgements }) => judgements),
    speaker,
  );
  const warnings = [...said, ...risksOf(whole, speaker)];
  return { app: checkedApp(whole), ...riskiestOf(gates, warnings), warnings, ...defined({ tokens }) };
};
