import type { AppCheck, GateResult } from '../../model/index.ts';
import type { Block, Document } from '../document.ts';
import { listed } from '../say.ts';
import type { Say } from '../say.ts';
import { unlooked } from './no-org.ts';
import { fixRows, lookRows, renameRows } from './to-do.ts';

const sentence = (title: string | undefined): string => title?.replace(/(?<![.?!])$/u, '.') ?? '';

/** Nothing is wrong with an app that was only called by a wrong name. */
export const isMisnamed = ({ app: { near } }: AppCheck, { gate }: GateResult): boolean =>
  gate === 'app' && near.length > 0;

const closedLine = (check: AppCheck, deciding: GateResult, say: Say): Block => {
  const [cause] = deciding.closedBy;
  const note = cause === undefined ? {} : { note: cause.cause };
  const gate = deciding.title;
  if (isMisnamed(check, deciding)) {
    const { app } = check;
    const near = listed(app.near.map((name) => `"${name}"`));
    const text = say('screen.decides.near', { gate, app: app.name ?? '', near });
    return { kind: 'headline', text, tone: 'bad', ...note };
  }
  const transient = check.outcome === 'transient';
  const key = transient ? 'screen.decides.transient' : 'screen.decides.closed';
  const text = say(key, { gate, title: sentence(cause?.title) });
  return { kind: 'headline', text, tone: transient ? 'unsure' : 'bad', ...note };
};

/** It is still spreading, and nobody has waited for it. */
const canWait = ({ outcome, wait }: AppCheck, { gate }: GateResult): boolean =>
  outcome === 'transient' && gate === 'propagated' && wait === undefined;

const toDo = (check: AppCheck, deciding: GateResult, say: Say, doctorSay: Say): readonly Block[] => {
  if (isMisnamed(check, deciding)) return renameRows(check.app.near, say, doctorSay);
  const remedy = deciding.closedBy[0]?.remedies[0];
  if (remedy === undefined) return [];
  const title = canWait(check, deciding) ? say('screen.to-do.wait') : remedy.title;
  return fixRows({ ...remedy, title }, say, doctorSay);
};

const closedBlocks = (check: AppCheck, deciding: GateResult, say: Say, doctorSay: Say): readonly Block[] => {
  return [closedLine(check, deciding, say), ...toDo(check, deciding, say, doctorSay)];
};

const undecidedLine = (names: readonly string[], say: Say): Block => ({
  kind: 'headline',
  text: say.count('screen.decides.not-seen', names.length, { gates: listed(names) }),
  tone: 'unsure',
});

const openLine = (gates: readonly GateResult[], say: Say): Block => {
  const notSeen = gates.some(({ state }) => state === 'not-seen');
  return { kind: 'headline', text: say(notSeen ? 'screen.decides.granted' : 'screen.decides.open'), tone: 'good' };
};

/** The one line that names the deciding gate; what to do about it, and who. */
export const verdict = (check: AppCheck, say: Say, doctorSay: Say): Document => {
  const { decidingGate, gates, outcome } = check;
  const deciding = gates.find(({ gate }) => gate === decidingGate);
  if (deciding !== undefined) return [{ blocks: closedBlocks(check, deciding, say, doctorSay) }];
  if (outcome === 'healthy') return [{ blocks: [openLine(gates, say)] }];
  if (unlooked(check).length > 0)
    return [
      { blocks: [{ kind: 'headline', text: say('screen.decides.no-org'), tone: 'unsure' }, ...lookRows(check, say)] },
    ];
  const names = gates.filter(({ state }) => state === 'not-seen').map(({ title }) => title);
  return [{ blocks: [undecidedLine(names, say), ...lookRows(check, say)] }];
};
