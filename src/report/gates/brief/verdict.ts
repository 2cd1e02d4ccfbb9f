import type { AppCheck, GateResult } from '../../../model/index.ts';
import { asSentence } from '../../brief/part.ts';
import { verdict } from '../../brief/verdict.ts';
import type { Line } from '../../brief/part.ts';
import { at } from '../../brief/when.ts';
import { listed } from '../../say.ts';
import { unlooked } from '../no-org.ts';
import { isMisnamed } from '../verdict.ts';
import type { CheckBrief } from './page.ts';

/** The nearest date on which something of this login ends. */
const nextEnd = ({ warnings }: AppCheck, { say, reader }: CheckBrief): string => {
  const [first] = warnings
    .flatMap(({ on, text }) => (on === undefined ? [] : [{ on, text }]))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return first === undefined ? '' : ` ${say('open.next', { on: at(first.on, reader) })}`;
};

const open = (check: AppCheck, brief: CheckBrief): string => {
  const { username } = check.integration;
  const isWhole = check.gates.every(({ state }) => state !== 'not-seen');
  const key = isWhole ? 'open' : 'open.granted';
  return `${username === undefined ? brief.say(`${key}.nobody`) : brief.say(key, { username })}${nextEnd(check, brief)}`;
};

const closed = (check: AppCheck, deciding: GateResult, { say }: CheckBrief): string => {
  const { app } = check;
  if (isMisnamed(check, deciding))
    return say('closed.misnamed', { app: app.name ?? '', near: listed(app.near.map((name) => `"${name}"`)) });
  const title = deciding.closedBy[0]?.title;
  return title === undefined
    ? say('closed.only', { gate: deciding.title })
    : say(check.outcome === 'transient' ? 'closed.passes' : 'closed', {
        gate: deciding.title,
        title: asSentence(title),
      });
};

/** The first line: open, closed at which gate, or what was not seen. */
export const checkVerdict = (check: AppCheck, deciding: GateResult | undefined, brief: CheckBrief): readonly Line[] => {
  const { say, width } = brief;
  if (deciding !== undefined) {
    const text = closed(check, deciding, brief);
    return verdict(
      check.outcome === 'transient'
        ? { mark: '!', tone: 'unsure', text, note: say('note.passes') }
        : { mark: '✖', tone: 'bad', text },
      width,
    );
  }
  if (check.outcome === 'healthy') return verdict({ mark: '✔', tone: 'good', text: open(check, brief) }, width);
  if (unlooked(check).length > 0) return verdict({ mark: '?', tone: 'unsure', text: say('no-org') }, width);
  const unseen = check.gates.filter(({ state }) => state === 'not-seen').map(({ title }) => title);
  return verdict(
    { mark: '?', tone: 'unsure', text: say.count('not-seen', unseen.length, { gates: listed(unseen) }) },
    width,
  );
};
