import { conclude, spotsOf } from '../diagnosis/index.ts';
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
  const { judgement, evidence } = deciding;
  const { speaker } = telling;
  const finding = findingOf(deciding, telling);
  const text = finding === undefined ? undefined : decidingText(finding);
  const told = text ?? finding?.title ?? speaker.cause(judgement.cause.id).title;
  if (deciding.unsure !== undefined) return [speaker.unsure(deciding.unsure, told)];
  if (judgement.ahead !== undefined) return [speaker.someDay(told)];
  if (judgement.standing === 'confirmed') return [speaker.seemedShut(told)];
  const unseen = judgement.unread.flatMap(({ facts }) => facts.filter((name) => touched.has(name)));
  if (unseen.length > 0) return [...new Set(unseen)].map((name) => speaker.unseen(name));
  if (text !== undefined) return [text];
  const [spot] = spotsOf(judgement, evidence, speaker);
  return [spot?.text ?? told];
};

const editOf = (edit: Edit, { speaker }: Telling): PreviewedEdit => ({
  element: edit.element,
  text: speaker.edit(edit),
  ...defined({ at: edit.at }),
});

/** The edits that stand behind a verdict; where none does, all that touch the login. */
const editsBehind = ({ laid: { touched, untold }, refusing, blind }: Judged): readonly Edit[] => {
  const read = new Set(
    [...refusing, ...blind].flatMap(({ judgement: { cause } }) => cause.clues.flatMap(({ needs }) => needs)),
  );
  const all = [...touched].flatMap(([name, edits]) => (read.size === 0 || read.has(name) ? edits : []));
  return [...new Set([...all, ...untold])];
};

/**
 * What the org recorded last overrules what is seen: whoever is refused today does not go on. Why, is not seen then, nor whether a change
 * that touches the login mends it.
 */
const verdictOf = ({ failing }: SeenIntegration, { verdict, laid }: Judged): Verdict => {
  if (failing !== true || verdict !== 'goes-on') return verdict;
  return laid.touched.size === 0 ? 'refused-already' : 'untold';
};

/** Why it cannot be told; of a login that is refused, what else may refuse it, perhaps before. */
const untoldOf = (verdict: Verdict, judged: Judged, telling: Telling): readonly string[] => {
  if (verdict === 'goes-on' || verdict === 'works-again') return [];
  const { blind, laid } = judged;
  const why = [
    ...blind.flatMap((one) => blindOf(one, judged, telling)),
    ...laid.untold.map((edit) => telling.speaker.edit(edit)),
  ];
  return why.length === 0 && verdict === 'untold' ? [telling.speaker.unsure('failing', '')] : [...new Set(why)];
};

/** What becomes of an integration, in words. Pure. */
export const tellOf = (integration: SeenIntegration, judged: Judged, telling: Telling): PreviewedIntegration => {
  const verdict = verdictOf(integration, judged);
  return {
    integration,
    verdict,
    // A login is stopped at the first gate that is shut.
    refusing: judged.refusing
      .flatMap((one) => refusingOf(one, telling))
      .toSorted((a, b) => gateOrder(a.gate) - gateOrder(b.gate)),
    untold: untoldOf(verdict, judged, telling),
    edits: editsBehind(judged).map((edit) => editOf(edit, telling)),
  };
};
