import { canMean } from '../../model/index.ts';
import type { CauseId, Diagnosis, Finding } from '../../model/index.ts';
import { section, text } from '../document.ts';
import type { Block, Document } from '../document.ts';
import type { Say } from '../say.ts';
import { blindLine, grouped } from './blind-spots.ts';
import { findingLine, shortFinding, wholeFinding } from './finding.ts';

const rootsOf = ({ findings }: Diagnosis): readonly Finding[] => findings.filter(({ role }) => role === 'root');

/** The confirmed roots at full length; what else the wording leaves open, in a few lines. */
const decided = (diagnosis: Diagnosis, say: Say): readonly Block[] => {
  const roots = rootsOf(diagnosis);
  const confirmed = roots.filter(({ standing }) => standing === 'confirmed');
  // What only a wording leaves open is no news once a cause is confirmed.
  const suspected = roots.filter(
    ({ standing, signs }) => standing === 'suspected' && signs.some(({ clue }) => clue !== 'said'),
  );
  return [
    ...confirmed.flatMap((finding) => wholeFinding(finding, diagnosis, say)),
    ...(diagnosis.outcome === 'transient' ? [text(say('why.transient'), 'strong')] : []),
    ...(suspected.length === 0 ? [] : [text(say('why.also'), 'strong')]),
    ...suspected.flatMap((finding) => shortFinding(finding, diagnosis, say)),
  ];
};

/** So many places to look at by hand. */
const mostPlaces = 5;

/** Where a stored login is looked at, trying it is one flag away, and tells most. */
const easiestFirst = <G extends { readonly first: { readonly cure?: string } }>(
  groups: readonly G[],
  { integration }: Diagnosis,
): readonly G[] =>
  integration.login === undefined
    ? groups
    : groups.toSorted((a, b) => Number(b.first.cure === '--attempt') - Number(a.first.cure === '--attempt'));

/** What the suspected causes would have read and could not. */
const toDecide = (diagnosis: Diagnosis, suspects: readonly Finding[], say: Say): readonly Block[] => {
  const wanted = new Set<string>(suspects.flatMap(({ unread }) => unread.flatMap(({ facts }) => facts)));
  const causes = new Set(suspects.map(({ cause }) => cause));
  const spots = diagnosis.blindSpots
    .filter(({ fact }) => wanted.has(fact))
    .map((spot) => ({ ...spot, causes: spot.causes.filter((cause) => causes.has(cause)) }));
  if (spots.length === 0) return [text(say('why.try-in-order'))];
  const byHand = spots
    .toSorted((a, b) => b.causes.length - a.causes.length)
    .flatMap(({ fact }) => say.maybe(`look.${fact}`) ?? [])
    .slice(0, mostPlaces)
    .map((place) => say('why.by-hand', { place }));
  return [
    text(say('why.to-decide'), 'strong'),
    {
      kind: 'list',
      items: [...easiestFirst(grouped(spots), diagnosis).map((group) => blindLine(group, say)), ...byHand],
    },
  ];
};

/** So many suspects are shown with their signs and cures; the others get a line each. */
const mostCandidates = 3;

const candidates = (diagnosis: Diagnosis, suspects: readonly Finding[], say: Say): readonly Block[] => {
  const others = suspects.slice(mostCandidates);
  return [
    ...suspects.slice(0, mostCandidates).flatMap((finding, index) => shortFinding(finding, diagnosis, say, index + 1)),
    ...(others.length === 0
      ? []
      : [
          text(say('why.less-likely'), 'strong'),
          { kind: 'list' as const, items: others.map((finding) => findingLine(finding, say)) },
        ]),
  ];
};

/** What the refusal can mean, where every bit of it was ruled out by what was seen. */
export const contradictedBy = ({ refusals, ruledOut }: Diagnosis): readonly CauseId[] => {
  const named = [...new Set(refusals.flatMap(canMean))];
  return named.every((id) => ruledOut.includes(id)) ? named : [];
};

/** What would decide between the suspected causes, and these, likeliest first. */
const undecided = (diagnosis: Diagnosis, say: Say): readonly Block[] => {
  const suspects = rootsOf(diagnosis);
  const [only] = suspects;
  if (only === undefined) {
    const blocks = diagnosis.findings.some(({ role }) => role === 'next');
    const contradicted = contradictedBy(diagnosis);
    if (contradicted.length > 0) return [text(say('why.contradicted', { causes: contradicted.join(', ') }), 'strong')];
    return [text(say(blocks ? 'why.not-accounted' : 'why.nothing-stands'), 'strong')];
  }
  return [
    text(say.count('why.undecided', suspects.length), 'strong'),
    ...(suspects.length === 1
      ? [...wholeFinding(only, diagnosis, say), ...toDecide(diagnosis, suspects, say)]
      : [...toDecide(diagnosis, suspects, say), ...candidates(diagnosis, suspects, say)]),
  ];
};

/** What was checked; what was not is the business of "Could not see". */
const healthy = ({ ruledOut, blindSpots, findings, attempt }: Diagnosis, say: Say): readonly Block[] => [
  text(say(findings.length === 0 ? 'healthy' : 'healthy.but-later'), 'good'),
  ...(ruledOut.length === 0 ? [] : [text(say.count('healthy.checked', ruledOut.length))]),
  text(blindSpots.length === 0 ? say('healthy.all-seen') : say.count('healthy.not-checked', blindSpots.length)),
  ...(attempt === undefined ? [text(say('healthy.not-tried'))] : []),
];

/** Why it fails; or, that nothing blocks it. */
export const why = (diagnosis: Diagnosis, say: Say): Document => {
  if (diagnosis.outcome === 'healthy') return section(say('title.healthy'), healthy(diagnosis, say));
  const blocks = diagnosis.outcome === 'inconclusive' ? undecided(diagnosis, say) : decided(diagnosis, say);
  return section(say('title.why'), blocks);
};
