import type { AppCheck, GateResult, WaitResult } from '../../../model/index.ts';
import type { BriefPage } from '../../brief/brief.ts';
import { fit } from '../../brief/fit.ts';
import type { Group } from '../../brief/fit.ts';
import { inLines } from '../../brief/foot.ts';
import { clipped, margin, part, plain, sentence } from '../../brief/part.ts';
import { ranks } from '../../brief/ranks.ts';
import { toDo } from '../../brief/to-do.ts';
import { inWords } from '../../brief/when.ts';
import { verdict } from '../../brief/verdict.ts';
import { allPrintable } from '../../printable.ts';
import { endLines } from '../../waiting/index.ts';
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

/** The right name, what cures the gate, or how what was not seen could be. */
const doing = (check: AppCheck, deciding: GateResult | undefined, brief: CheckBrief): Group => {
  const { say, gates, width, doctor } = brief;
  if (deciding === undefined) {
    const how = check.outcome === 'healthy' ? undefined : howToLook(check, gates);
    return how === undefined ? [] : part(0, sentence(say('label.do'), how, width));
  }
  const [near] = check.app.near;
  if (isMisnamed(check, deciding) && near !== undefined)
    return part(0, sentence(say('label.do'), gates('screen.to-do.rename', { name: near }), width));
  const [cause] = deciding.closedBy;
  if (cause === undefined) return [];
  const { remedies, verify } = cause;
  return toDo({ remedies, ...(verify === undefined ? {} : { verify }) }, doctor);
};

/** Other closed gates, which come next; what ends on a day; what is worth knowing. */
const ahead = ({ gates, warnings }: AppCheck, deciding: GateResult | undefined, brief: CheckBrief): Group => {
  const { say, reader, width } = brief;
  const next = gates.filter((gate) => gate.state === 'closed' && gate !== deciding);
  const told = [
    ...next.map(({ title, closedBy: [cause] }) => ({
      rank: ranks.next,
      label: say('label.next'),
      text: cause === undefined ? title : say('next', { gate: title, title: cause.title, id: cause.cause }),
    })),
    ...warnings.map(({ kind, text }) => ({
      rank: kind === 'later' ? ranks.looked : ranks.later,
      label: say(kind === 'later' ? 'label.later' : 'label.note'),
      text: clipped(inWords(text, reader)),
    })),
  ];
  return told.flatMap(({ rank, label, text }) => part(rank, sentence(label, text, width)));
};

const tones = {
  ready: 'good',
  fatal: 'bad',
  'gave-up': 'unsure',
  inconclusive: 'unsure',
  interrupted: 'unsure',
} as const;
const signs = { ready: '✔', fatal: '✖', 'gave-up': '✖', inconclusive: '?', interrupted: '!' } as const;

/** What the waiting came to: the outcome, then why, and what it can mean. */
const waited = (wait: WaitResult, { words, width }: CheckBrief): readonly Group[] => {
  const [first = '', ...more] = endLines(wait, words);
  return [
    part(0, verdict({ mark: signs[wait.outcome], tone: tones[wait.outcome], text: first }, width)),
    more.flatMap((line, index) => part(index < 4 ? 0 : 1, plain(line, width))),
  ];
};

const walked = (check: AppCheck, brief: CheckBrief): readonly Group[] => {
  const deciding = check.gates.find(({ gate }) => gate === check.decidingGate);
  return [
    [...part(0, checkVerdict(check, deciding, brief)), ...(deciding === undefined ? [] : seen(deciding, brief))],
    doing(check, deciding, brief),
    part(ranks.sure, gateMarks(check, brief)),
    ahead(check, deciding, brief),
  ];
};

/** Who only waited, without an org to look in, has nothing of its gates to be told. */
const onlyWaited = ({ wait, targetOrg }: AppCheck): boolean => wait !== undefined && targetOrg === undefined;

const foot = (check: AppCheck, { say, width, exit, doctor }: CheckBrief): Group => {
  const cause = check.gates.find(({ gate }) => gate === check.decidingGate)?.closedBy[0]?.cause;
  const ways = [
    ...(cause === undefined ? [] : [doctor.say('more.page', { id: cause })]),
    ...(check.targetOrg === undefined ? [say('foot.no-org')] : []),
    say('foot.details'),
  ];
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
  return fit([
    ...(check.wait === undefined ? [] : waited(check.wait, brief)),
    ...(onlyWaited(check) ? [] : walked(check, brief)),
    foot(check, brief),
  ]);
};
