import { defined } from '../../model/index.ts';
import type { Diagnosis, Finding, FindingSign } from '../../model/index.ts';
import { blindLine, grouped } from '../parts/blind-spots.ts';
import { contradictedBy } from '../parts/why.ts';
import type { Brief } from './brief.ts';
import { tellingSign, whatHappened } from './course.ts';
import type { Group } from './fit.ts';
import { look } from './look.ts';
import { lacking, missing } from './missing.ts';
import { misnamedApp } from './misnamed.ts';
import { outlook } from './outlook.ts';
import { asSentence, part, plain, sentence } from './part.ts';
import { ranks } from './ranks.ts';
import { tryAgain } from './record.ts';
import { isOnlyStored, storedLogin } from './stored-login.ts';
import { suspectLines } from './suspects.ts';
import type { Suspect } from './suspects.ts';
import { toDo } from './to-do.ts';
import { unknownText } from './unknown-text.ts';
import { verdict } from './verdict.ts';

/** What the suspected causes would have read: one line a cure, and where to look by hand. */
const decide = (diagnosis: Diagnosis, suspects: readonly Finding[], { say, also, width }: Brief): Group => {
  const wanted = new Set<string>(suspects.flatMap(({ unread }) => unread.flatMap(({ facts }) => facts)));
  const spots = diagnosis.blindSpots.filter(({ fact }) => suspects.length === 0 || wanted.has(fact));
  if (spots.length === 0)
    return suspects.length > 1 ? part(0, sentence(say('label.do'), say('try-in-order'), width)) : [];
  const [first] = spots
    .toSorted((a, b) => b.causes.length - a.causes.length)
    .flatMap(({ fact }) => also.maybe(`look.${fact}`) ?? []);
  const lines = grouped(spots).map((group) =>
    blindLine({ ...group, spots: group.spots.map((spot) => ({ ...spot, causes: [] })) }, also),
  );
  return [
    ...lines.flatMap((line, index) =>
      part(index === 0 ? 0 : ranks.otherRemedy, sentence(say(index === 0 ? 'label.see' : 'none'), line, width)),
    ),
    ...(first === undefined ? [] : part(ranks.risk, sentence('', also('why.by-hand', { place: first }), width))),
  ];
};

const recorded = ({ failingRow }: Diagnosis, { say }: Brief): string | undefined =>
  failingRow === undefined ? undefined : say('recorded', { status: failingRow.status });

/** With `fixes`, what would cure it: where nothing but trying is left. */
const asSuspect = ({ title, cause, remedies: [first] }: Finding, fixes: boolean): Suspect => ({
  title,
  id: cause,
  ...defined({ who: first?.who, fix: fixes ? first?.title : undefined }),
});

/** Whether it says more than the text, the row or the person that stands above. */
const isNews = ({ clue }: FindingSign): boolean => !['said', 'in-history', 'in-event-log', 'answered'].includes(clue);

/** Who brought the likeliest one about, where somebody did; else what the org shows of it. */
const speaksForFirst = ([first]: readonly Finding[], diagnosis: Diagnosis, brief: Brief): Group => {
  if (first === undefined) return [];
  const sign = tellingSign(first);
  if (first.change === undefined && (sign === undefined || !isNews(sign))) return [];
  return part(first.change === undefined ? ranks.otherRemedy : 0, whatHappened(first, diagnosis, brief));
};

/** One suspect: what speaks for it, what to try, what would decide it. */
const probably = (finding: Finding, diagnosis: Diagnosis, brief: Brief): readonly Group[] => [
  [
    ...part(
      0,
      verdict(
        { mark: '?', tone: 'unsure', text: asSentence(finding.title), note: brief.say('note.suspected') },
        brief.width,
      ),
    ),
    ...part(0, whatHappened(finding, diagnosis, brief)),
    ...misnamedApp(diagnosis, brief),
  ],
  ...(finding.undone === undefined
    ? [toDo(finding, brief), decide(diagnosis, [finding], brief)]
    : [tryAgain(finding, brief)]),
  outlook(diagnosis, finding, brief),
];

/** What the person saw, where that left so many. */
const answeredLine = ([first]: readonly Finding[]): string | undefined =>
  first?.signs.find(({ clue }) => clue === 'answered')?.text;

const several = (suspects: readonly Finding[], diagnosis: Diagnosis, brief: Brief): readonly Group[] => {
  const { say, width } = brief;
  const lacks = lacking(diagnosis, suspects);
  const line = recorded(diagnosis, brief) ?? answeredLine(suspects);
  return [
    [
      ...part(0, verdict({ mark: '?', tone: 'unsure', text: say.count('undecided', suspects.length) }, width)),
      ...(line === undefined ? [] : part(0, plain(line, width))),
      ...speaksForFirst(suspects, diagnosis, brief),
      ...misnamedApp(diagnosis, brief),
    ],
    ...(lacks.length > 0 ? missing(lacks, diagnosis, brief) : [decide(diagnosis, suspects, brief)]),
    suspectLines(
      suspects.map((one) => asSuspect(one, lacks.length === 0)),
      brief,
    ),
  ];
};

const nothingStands = (diagnosis: Diagnosis, brief: Brief): readonly Group[] => {
  const { say, also, width } = brief;
  const contradicted = contradictedBy(diagnosis);
  const next = diagnosis.findings.find(({ role }) => role === 'next');
  const lacks = lacking(diagnosis, []);
  const said =
    contradicted.length > 0
      ? also('why.contradicted', { causes: contradicted.join(', ') })
      : say(next === undefined ? 'nothing-stands' : 'not-accounted');
  const line = recorded(diagnosis, brief);
  return [
    [
      ...part(0, verdict({ mark: '?', tone: 'unsure', text: said }, width)),
      ...(line === undefined ? [] : part(0, plain(line, width))),
      ...misnamedApp(diagnosis, brief),
    ],
    ...(next === undefined
      ? []
      : [part(0, plain(say('will-stop', { title: next.title, id: next.cause }), width)), toDo(next, brief)]),
    ...(lacks.length > 0 ? missing(lacks, diagnosis, brief) : [decide(diagnosis, [], brief)]),
  ];
};

/** What a person could look at, where there is the text alone. */
const questionOf = ({ targetOrg, integration, attempt, question }: Diagnosis): Diagnosis['question'] =>
  targetOrg === undefined && attempt === undefined && integration.login === undefined ? question : undefined;

/** What could be seen does not decide it: the question that would, and what stays possible. */
export const undecided = (diagnosis: Diagnosis, brief: Brief): readonly Group[] => {
  const suspects = diagnosis.findings.filter(({ role }) => role === 'root');
  const [first] = suspects;
  if (first === undefined) {
    const unknown = diagnosis.refusals.filter(({ phrase }) => phrase === undefined);
    if (isOnlyStored(diagnosis)) return storedLogin(diagnosis, brief);
    return unknown.length > 0 && unknown.length === diagnosis.refusals.length
      ? unknownText(unknown, diagnosis, brief)
      : nothingStands(diagnosis, brief);
  }
  if (suspects.length === 1) return probably(first, diagnosis, brief);
  const question = questionOf(diagnosis);
  return question === undefined ? several(suspects, diagnosis, brief) : look(question, suspects, brief);
};
