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
  if (deciding.unsure === 'zone') return [speaker.zoneUnseen()];
  if (deciding.unsure === 'time') return [speaker.timeUnseen(told)];
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

/** What the org recorded last overrules what is seen: whoever is refused today does not go on. */
const verdictOf = ({ failing }: SeenIntegration, { verdict }: Judged): Verdict =>
  failing === true && verdict === 'goes-on' ? 'refused-already' : verdict;

/** What becomes of an integration, in words. Pure. */
export const tellOf = (integration: SeenIntegration, judged: Judged, telling: Telling): PreviewedIntegration => ({
  integration,
  verdict: verdictOf(integration, judged),
  // A login is stopped at the first gate that is shut.
  refusing: judged.refusing
    .flatMap((one) => refusingOf(one, telling))
    .toSorted((a, b) => gateOrder(a.gate) - gateOrder(b.gate)),
  untold:
    judged.verdict === 'untold'
      ? [
          ...new Set([
            ...judged.blind.flatMap((one) => blindOf(one, judged, telling)),
            ...judged.laid.untold.map((edit) => telling.speaker.edit(edit)),
          ]),
        ]
      : [],
  edits: editsBehind(judged).map((edit) => editOf(edit, telling)),
});
