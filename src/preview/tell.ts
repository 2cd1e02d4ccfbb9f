import { conclude, gateOf } from '../diagnosis/index.ts';
import { defined, gateOrder } from '../model/index.ts';
import type {
  Edit,
  Finding,
  PreviewedEdit,
  PreviewedIntegration,
  PreviewSpeaker,
  Refusing,
  SeenIntegration,
  TargetOrg,
  Verdict,
} from '../model/index.ts';
import { bearsOn } from './bears-on.ts';
import { doubtOf } from './doubts.ts';
import type { JudgedByFlow } from './every-flow.ts';
import type { Deciding, Judged } from './judge-change.ts';

const noCost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

export type Telling = { readonly speaker: PreviewSpeaker; readonly targetOrg?: TargetOrg | undefined };

/** A judgement in the doctor's own words. */
const findingOf = ({ judgement, evidence }: Deciding, telling: Telling): Finding | undefined =>
  conclude([judgement], { evidence, ...telling, cost: noCost }).findings[0];

const decidingText = ({ signs }: Finding): string | undefined =>
  signs.find(({ kind }) => kind === 'proves' || kind === 'foretells')?.text ?? signs[0]?.text;

const refusingOf = (deciding: Deciding, telling: Telling): readonly Refusing[] => {
  const finding = findingOf(deciding, telling);
  if (finding === undefined) return [];
  const { cause, gate, title, on, remedies } = finding;
  return [
    {
      cause,
      gate,
      title,
      text: decidingText(finding) ?? title,
      remedies,
      ...defined({ on }),
    },
  ];
};

/** Why it cannot be told: what was not seen, what only suggests it, or what the org itself contradicts. */
const blindOf = (deciding: Deciding, { laid: { touched } }: Judged, telling: Telling): readonly string[] => {
  const { judgement } = deciding;
  const { speaker } = telling;
  const finding = findingOf(deciding, telling);
  const text = finding === undefined ? undefined : decidingText(finding);
  const { title } = speaker.cause(judgement.cause.id);
  const told = text ?? finding?.title ?? title;
  if (deciding.unsure !== undefined) return [speaker.unsure(deciding.unsure, told)];
  if (judgement.ahead !== undefined) return [speaker.someDay(told)];
  if (judgement.standing === 'confirmed') return [speaker.seemedShut(told)];
  const unseen = judgement.unread.flatMap(({ facts }) => facts.filter((name) => touched.has(name)));
  if (unseen.length > 0) return [...new Set(unseen)].map((name) => speaker.unseen(name));
  if (judgement.signs.some(({ sign }) => sign.kind === 'suggests' || sign.kind === 'untold') && text !== undefined)
    return [text];
  return [speaker.unanswered(title)];
};

/** Why it cannot be told, of a login whose flow is known. */
const reasonsIn = (judged: Judged, telling: Telling): readonly string[] => [
  ...judged.blind.flatMap((one) => blindOf(one, judged, telling)),
  ...judged.untold.map((one) => telling.speaker.untold(one)),
];

/** Why it does not simply go on, by one of the flows by which it may have come. */
const contrasts = (judged: Judged, telling: Telling): readonly string[] => {
  if (judged.verdict !== 'untold')
    return judged.refusing.flatMap((one) => refusingOf(one, telling)).map(({ title }) => title);
  const [reasons, doubt] = [reasonsIn(judged, telling), doubtOf(judged.laid.evidence)];
  return reasons.length > 0 || doubt === undefined ? reasons : [telling.speaker.unsure(doubt, '')];
};

/** What is so by some flows only, or through one of two apps, is said with the flow, or with the app. */
const byFlows = (byFlow: NonNullable<JudgedByFlow['byFlow']>, telling: Telling): readonly string[] => {
  const { speaker } = telling;
  const told = byFlow.map(({ judged, ...by }) => ({ by, texts: contrasts(judged, telling) }));
  const isInAll = (text: string): boolean => told.every(({ texts }) => texts.includes(text));
  return told.flatMap(({ by: { flow, app }, texts }) =>
    texts.map((text) => {
      if (isInAll(text)) return text;
      return app === undefined ? speaker.inFlow(flow, text) : speaker.inApp(app, text);
    }),
  );
};

/** Why it cannot be told; of a login that is refused, what else may refuse it, perhaps before. */
const untoldOf = (
  { failing, appReplaced }: SeenIntegration,
  verdict: Verdict,
  judged: JudgedByFlow,
  telling: Telling,
): readonly string[] => {
  if (verdict === 'goes-on' || verdict === 'works-again') return [];
  const { byFlow } = judged;
  const why = byFlow === undefined ? reasonsIn(judged, telling) : byFlows(byFlow, telling);
  // What refuses it already is named where it is seen.
  if (why.length > 0 || verdict === 'refused-already') return [...new Set(why)];
  if (failing === true) return [telling.speaker.unsure('failing', '')];
  if (appReplaced === true) return [telling.speaker.unsure('app-replaced', '')];
  const doubt = verdict === 'untold' ? doubtOf(judged.laid.evidence) : undefined;
  return doubt === undefined ? [] : [telling.speaker.unsure(doubt, '')];
};

const editOf = (edit: Edit, { speaker }: Telling): PreviewedEdit => ({
  element: edit.element,
  text: speaker.edit(edit),
  ...defined({ at: edit.at }),
});

/** A login is stopped at the first gate that is shut. */
const firstGateFirst = (refusing: readonly Deciding[]): readonly Deciding[] =>
  refusing.toSorted((a, b) => gateOrder(gateOf(a.judgement)) - gateOrder(gateOf(b.judgement)));

/** The edits that stand behind a verdict, first that which shuts the first gate; where none does, all that touch the login. */
const editsIn = ({ laid: { touched }, untold, refusing, blind }: Judged): readonly Edit[] => {
  const read = new Set(
    [...refusing, ...blind].flatMap(({ judgement: { cause } }) => cause.clues.flatMap(({ needs }) => needs)),
  );
  const all = [...touched].flatMap(([name, edits]) => (read.size === 0 || read.has(name) ? edits : []));
  const shutting = firstGateFirst(refusing).flatMap(({ judgement: { cause } }) =>
    all.filter((edit) => bearsOn(edit, cause)),
  );
  return [...new Set([...shutting, ...all, ...untold.map(({ edit }) => edit)])];
};

const editsBehind = (judged: JudgedByFlow): readonly Edit[] => [
  ...new Set((judged.byFlow?.map((one) => one.judged) ?? [judged]).flatMap(editsIn)),
];

/**
 * What the org recorded last overrules what is seen: whoever is refused today does not go on. Why, is not seen then, nor whether a change
 * that touches the login mends it.
 */
const verdictOf = ({ failing, appReplaced }: SeenIntegration, { verdict, laid }: Judged): Verdict => {
  if (appReplaced === true && verdict === 'works-again') return 'untold';
  if (verdict !== 'goes-on') return verdict;
  if (failing === true) return laid.touched.size === 0 ? 'refused-already' : 'untold';
  return appReplaced === true || doubtOf(laid.evidence) !== undefined ? 'untold' : verdict;
};

/** What becomes of an integration, in words. Pure. */
export const tellOf = (integration: SeenIntegration, judged: JudgedByFlow, telling: Telling): PreviewedIntegration => {
  const verdict = verdictOf(integration, judged);
  return {
    integration,
    verdict,
    refusing: (judged.byFlow === undefined ? firstGateFirst(judged.refusing) : []).flatMap((one) =>
      refusingOf(one, telling),
    ),
    untold: untoldOf(integration, verdict, judged, telling),
    edits: editsBehind(judged).map((edit) => editOf(edit, telling)),
  };
};
