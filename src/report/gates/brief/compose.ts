import { defined } from '../../../model/index.ts';
import type { AppCheck, GateResult, WaitOutcome } from '../../../model/index.ts';
import type { BriefPage } from '../../brief/brief.ts';
import { fit } from '../../brief/fit.ts';
import type { Group } from '../../brief/fit.ts';
import type { Tone } from '../../document.ts';
import { inLines } from '../../brief/foot.ts';
import { clipped, copied, margin, part, plain, sentence, steps } from '../../brief/part.ts';
import { ranks } from '../../brief/ranks.ts';
import { toDo } from '../../brief/to-do.ts';
import { inWords } from '../../brief/when.ts';
import { verdict } from '../../brief/verdict.ts';
import { withAccepted } from '../../parts/accepted.ts';
import { allPrintable } from '../../printable.ts';
import { listed } from '../../say.ts';
import { waitEnd } from '../../waiting/index.ts';
import { behindGates } from '../behind-gates.ts';
import { lookedAt, onlyWaited, orgCommand, unlooked } from '../no-org.ts';
import { howToLook } from '../to-do.ts';
import { isMisnamed } from '../verdict.ts';
import { gateMarks } from './marks.ts';
import { checkBriefFor } from './page.ts';
import type { CheckBrief } from './page.ts';
import { checkVerdict } from './verdict.ts';

/** What was seen at the gate that decides: the first look that shows it closed. */
const seen = ({ signs }: GateResult, { reader, width }: CheckBrief): Group => {
  const sign = signs.find(({ state }) => state === 'closed');
  return sign === undefined ? [] : part(1, plain(clipped(inWords(sign.text, reader)), width));
};

/** The permission that hides gates from this session, and which: no flag shows those. */
const hidden = ({ gates }: AppCheck, { doctor: { say, width } }: CheckBrief): Group => {
  const spots = gates.flatMap(({ title, state, blindSpots }) =>
    state === 'not-seen'
      ? blindSpots.flatMap(({ permission }) => (permission === undefined ? [] : [{ permission, title }]))
      : [],
  );
  return [...Map.groupBy(spots, ({ permission }) => permission)].flatMap(([permission, few], index) =>
    part(
      index === 0 ? 0 : ranks.alsoPossible,
      sentence(
        say(index === 0 ? 'label.lacks' : 'none'),
        `${permission}: ${listed([...new Set(few.map(({ title }) => title))])}.`,
        width,
      ),
    ),
  );
};

/** That every gate is open is not all there is to a login. */
const behind = (check: AppCheck, { gates, width }: CheckBrief): Group =>
  check.outcome === 'healthy'
    ? behindGates(check, gates).flatMap((line) => part(ranks.looked, plain(line, width, 'quiet')))
    : [];

/** How what was not seen could be: in an org, by a flag, or with a permission. */
const looking = (check: AppCheck, brief: CheckBrief): Group => {
  const { say, gates, width, words } = brief;
  if (check.outcome === 'healthy') return [];
  const how = howToLook(lookedAt(check), gates);
  if (unlooked(check).length === 0)
    return [...hidden(check, brief), ...(how === undefined ? [] : part(0, sentence(say('label.do'), how, width)))];
  return [
    ...part(0, sentence(say('label.do'), say('no-org.do'), width)),
    ...part(0, copied(orgCommand(check, words))),
    ...(how === undefined ? [] : part(ranks.otherRemedy, sentence(say('label.or'), how, width))),
  ];
};

/** The right name, what cures the gate, or how what was not seen could be. */
const doing = (check: AppCheck, deciding: GateResult | undefined, brief: CheckBrief): Group => {
  const { say, gates, width, doctor } = brief;
  if (deciding === undefined) return looking(check, brief);
  const [near] = check.app.near;
  if (isMisnamed(check, deciding) && near !== undefined)
    return part(0, sentence(say('label.do'), gates('screen.to-do.rename', { name: near }), width));
  const [cause] = deciding.closedBy;
  if (cause === undefined) return [];
  const { remedies, verify } = cause;
  return toDo({ remedies, ...defined({ verify }) }, doctor);
};

/** Other closed gates, which come next; what ends on a day; what is worth knowing. */
const ahead = ({ gates, warnings }: AppCheck, deciding: GateResult | undefined, brief: CheckBrief): Group => {
  const { say, reader, width, doctor } = brief;
  const next = gates.filter((gate) => gate.state === 'closed' && gate !== deciding);
  const told = [
    ...next.map(({ title, closedBy: [cause] }) => ({
      rank: ranks.next,
      label: say('label.next'),
      text: cause === undefined ? title : say('next', { gate: title, title: cause.title, id: cause.cause }),
    })),
    ...warnings.map(({ kind, text, ...one }) => ({
      rank: kind === 'later' ? ranks.looked : ranks.later,
      label: say(kind === 'later' ? 'label.later' : 'label.note'),
      text: withAccepted(clipped(inWords(text, reader)), one, doctor.also),
    })),
  ];
  return told.flatMap(({ rank, label, text }) => part(rank, sentence(label, text, width)));
};

const tones = {
  known: 'good',
  ready: 'good',
  fatal: 'bad',
  'gave-up': 'unsure',
  inconclusive: 'unsure',
  interrupted: 'unsure',
} as const satisfies Readonly<Record<WaitOutcome, Tone>>;
const signs = { known: '✔', ready: '✔', fatal: '✖', 'gave-up': '✖', inconclusive: '?', interrupted: '!' } as const;

/** What the waiting came to: the outcome, then why, and what it can mean. */
const waited = (check: AppCheck, brief: CheckBrief): readonly Group[] => {
  const { wait, app, targetOrg } = check;
  if (wait === undefined) return [];
  const { say, words, width } = brief;
  const end = waitEnd(wait, app.consumerKey, words);
  const mark = { mark: signs[wait.outcome], tone: tones[wait.outcome] };
  return [
    [
      ...part(0, verdict({ ...mark, text: end.verdict }, width)),
      ...end.told.flatMap((line) => part(0, plain(line, width))),
    ],
    part(0, steps(say('label.maybe'), end.likeliest, width)),
    ...(wait.outcome === 'ready' || wait.outcome === 'interrupted' || targetOrg !== undefined
      ? []
      : [
          [
            ...part(0, sentence(say('label.do'), say('no-org.do'), width)),
            ...part(0, copied(orgCommand(check, words))),
          ],
        ]),
  ];
};

/** The host knows the app, and the org was looked into: then its gates are the verdict. */
const isKnown = ({ wait }: AppCheck): boolean => wait?.outcome === 'known' || wait?.outcome === 'ready';

const heard = ({ wait, app }: AppCheck, { words, width }: CheckBrief): Group =>
  wait === undefined ? [] : part(1, plain(waitEnd(wait, app.consumerKey, words).verdict, width));

const walked = (check: AppCheck, brief: CheckBrief): readonly Group[] => {
  const deciding = check.gates.find(({ gate }) => gate === check.decidingGate);
  return [
    [
      ...part(0, checkVerdict(check, deciding, brief)),
      ...(deciding === undefined ? [] : seen(deciding, brief)),
      ...(isKnown(check) ? heard(check, brief) : []),
    ],
    doing(check, deciding, brief),
    part(ranks.sure, gateMarks(check, brief)),
    behind(check, brief),
    ahead(check, deciding, brief),
  ];
};

const foot = (check: AppCheck, { say, width, exit, doctor }: CheckBrief): Group => {
  const cause = check.gates.find(({ gate }) => gate === check.decidingGate)?.closedBy[0]?.cause;
  const ways = [...(cause === undefined ? [] : [doctor.say('more.page', { id: cause })]), say('foot.details')];
  return [
    ...part(
      0,
      inLines(ways, width - margin).map((text) => ({ text, tone: 'quiet' })),
    ),
    ...part(0, plain(say('exit', exit), width, 'quiet')),
  ];
};

/** A check in 23 lines: the gate that decides, what to do, how every gate stands. */
export const composeCheckBrief = (given: AppCheck, page: BriefPage): readonly Group[] => {
  const check = allPrintable(given);
  const brief = checkBriefFor(page);
  const alone = onlyWaited(check);
  return fit([
    ...(alone || !isKnown(check) ? waited(check, brief) : []),
    ...(alone ? [] : walked(check, brief)),
    foot(check, brief),
  ]);
};
