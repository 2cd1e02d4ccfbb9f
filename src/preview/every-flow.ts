import { flowsOfRow } from '../loginhistory/one-login/index.ts';
import { flows, known, valueOf } from '../model/index.ts';
import type { App, Cause, Edit, Evidence, Flow, Gate } from '../model/index.ts';
import { ownSuccesses } from '../clues/own-rows.ts';
import type { Judgement } from '../diagnosis/index.ts';
import { doubtOf } from './doubts.ts';
import { shutToday, type Judged } from './judge-change.ts';
import type { Moments } from './pairs.ts';
import { judgeEitherWay } from './perhaps.ts';
import type { Standing } from './person.ts';
import { wayOf } from './way.ts';

/** Undefined: a flow that is none of those that are known here. */
type PerhapsFlow = Flow | undefined;

/** `app`: one of several of its label. */
type ByFlow = { readonly flow: PerhapsFlow; readonly app?: App | undefined; readonly judged: Judged };

/** What becomes of a login whose flow is not known, for each by which it may have come. */
export type JudgedByFlow = Judged & {
  readonly byFlow?: readonly ByFlow[];
};

/** What can stop a person at the login page: nothing of the API, and nothing of an app. */
const pageGates: ReadonlySet<Gate> = new Set<Gate>(['user', 'user-state', 'login-hours', 'ip']);

const atPage = (causes: readonly Cause[]): readonly Cause[] => causes.filter(({ gate }) => pageGates.has(gate));

/** By which flows a login can have come: the one that is known, or those that its rows leave. */
const flowsOf = ({ integration, loginRows }: Evidence): readonly PerhapsFlow[] => {
  const [asked, rows] = [valueOf(integration), valueOf(loginRows)];
  if (asked?.flow !== undefined) return [asked.flow];
  const own = asked === undefined || rows === undefined ? [] : ownSuccesses({ integration: asked, loginRows: rows });
  return own.length === 0 ? [...flows, undefined] : [...new Set(own.flatMap(flowsOfRow))];
};

const inFlow = (standing: Standing, flow: PerhapsFlow): Standing => {
  const { integration } = standing.evidence;
  if (flow === undefined || integration.state !== 'known') return standing;
  return {
    ...standing,
    evidence: { ...standing.evidence, integration: known({ ...integration.value, flow }, integration.source) },
  };
};

/** A login of which only the label of its app is seen, and several apps have it, goes through any of them. */
const throughEither = (standing: Standing): ReadonlyArray<Standing & { readonly app?: App | undefined }> =>
  standing.either?.map((evidence) => ({ ...standing, evidence, app: valueOf(evidence.app) })) ?? [standing];

/** Through one of two apps it may be refused today, though nothing that refuses it is seen. */
const doubted = (judged: Judged): Judged =>
  judged.verdict === 'goes-on' && doubtOf(judged.laid.evidence) !== undefined
    ? { ...judged, verdict: 'untold' }
    : judged;

/**
 * What becomes of one integration's logins. A flow that is not known is each by which it may have come, but for those that today's settings
 * refuse: it logs in. Only what is so in all of them is said.
 */
export const judgeLogin = (
  standing: Standing,
  edits: readonly Edit[],
  moments: Moments & { readonly causes: readonly Cause[] },
): JudgedByFlow => {
  if (wayOf(standing.evidence) === 'page')
    return judgeEitherWay(standing, edits, { ...moments, causes: atPage(moments.causes) });
  const judgedBy = (one: Standing, flow: PerhapsFlow): Judged => judgeEitherWay(inFlow(one, flow), edits, moments);
  const all = throughEither(standing).flatMap(({ app, ...one }) =>
    flowsOf(one.evidence).map((flow): ByFlow => ({
      flow,
      app,
      judged: app === undefined ? judgedBy(one, flow) : doubted(judgedBy(one, flow)),
    })),
  );
  // Of two apps one may have been shut since the login that went through it.
  const possible = standing.either === undefined ? all.filter(({ judged }) => !judged.wasShut) : all;
  const byFlow = possible.length > 0 ? possible : all;
  const [first, ...others] = byFlow;
  if (first === undefined) return judgeEitherWay(standing, edits, moments);
  if (others.every(({ judged }) => judged.verdict === first.judged.verdict) && first.judged.verdict !== 'untold')
    return first.judged;
  return others.length === 0 ? first.judged : { ...first.judged, verdict: 'untold', byFlow };
};

/**
 * What of today's settings would refuse these logins, had all been set a moment ago. A flow that is not known is each by which they may have
 * come: only where all are refused is anything said, and then what refuses the first.
 */
export const refusedToday = (
  standing: Standing,
  { causes, times }: Pick<Moments, 'times'> & { readonly causes: readonly Cause[] },
): readonly Judgement[] => {
  if (wayOf(standing.evidence) === 'page') return shutToday(standing, { causes: atPage(causes), times });
  const all = flowsOf(standing.evidence).map((flow) => shutToday(inFlow(standing, flow), { causes, times }));
  return all.every((shut) => shut.length > 0) ? (all[0] ?? []) : [];
};
