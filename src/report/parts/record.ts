import type { Diagnosis, RecordedFailure, RecordedLine } from '../../model/index.ts';
import { section, text } from '../document.ts';
import type { Block, Document } from '../document.ts';
import type { Say } from '../say.ts';
import { span, utc } from '../time.ts';

/** So many lines stand on the screen; the JSON has them all. */
const most = 4;

/** Whether text and record are two failures: sure only where it is known what the text means. */
export const twoFailures = ({ refusals }: Diagnosis): string =>
  refusals.some(({ decides }) => decides !== undefined) ? 'record.differs' : 'record.may-differ';

/** How text and record go together, in one sentence; how old the row is, and whether it went well since. */
const joined = (diagnosis: Diagnosis, say: Say): string | undefined => {
  const { recorded, failingRow, refusals } = diagnosis;
  if (recorded === undefined || refusals.length === 0) return undefined;
  const { says, other, wellAgainAt, ageMs } = recorded;
  if (says === 'differs' && other !== undefined)
    return say(twoFailures(diagnosis), { status: other.status, at: utc(other.at) });
  if (says === 'nothing' || failingRow === undefined) return say('record.nothing');
  const agrees = say('record.agrees', { age: span(ageMs ?? 0) });
  return wellAgainAt === undefined ? agrees : `${agrees} ${say('record.well-again', { at: utc(wellAgainAt) })}`;
};

/** "4 of 15 logins since 06:00, all from 192.0.2.99". */
const among = ({ among: found }: RecordedFailure, say: Say): readonly string[] => {
  if (found === undefined) return [];
  const { failures, logins, since, sourceIps } = found;
  return [say('record.among', { failures, logins, since: utc(since), sourceIps: sourceIps.join(', ') })];
};

const line = ({ application = '-', sourceIp = '-', failingSince, lastSuccess }: RecordedLine, say: Say): string => {
  const who = { application, sourceIp };
  if (failingSince !== undefined) return say('record.line.fails', { ...who, since: utc(failingSince) });
  return say('record.line.well', { ...who, at: lastSuccess === undefined ? '-' : utc(lastSuccess) });
};

const lines = ({ lines: all = [] }: RecordedFailure, say: Say): readonly Block[] => {
  if (all.length === 0) return [];
  const items = all.slice(0, most).map((one) => line(one, say));
  const more = all.length - most;
  return [{ kind: 'list', items: more > 0 ? [...items, say.count('record.lines.more', more)] : items }];
};

/** How what was pasted and what the org recorded go together, and what else of this user goes on. */
export const record = (diagnosis: Diagnosis, say: Say): Document => {
  const { recorded } = diagnosis;
  if (recorded === undefined) return [];
  const sentences = [joined(diagnosis, say) ?? [], ...among(recorded, say)].flat();
  return section(say('title.record'), [...sentences.map((one) => text(one)), ...lines(recorded, say)]);
};
