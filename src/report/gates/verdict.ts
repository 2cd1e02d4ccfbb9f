import type { AppCheck } from '../../model/index.ts';
import type { Block, Document } from '../document.ts';
import { listed } from '../say.ts';
import type { Say } from '../say.ts';

const line = (check: AppCheck, say: Say): Block => {
  const { decidingGate, gates, outcome } = check;
  const deciding = gates.find(({ gate }) => gate === decidingGate);
  if (deciding !== undefined) {
    const [cause] = deciding.closedBy;
    const filling = { gate: deciding.title, title: cause?.title.replace(/(?<![.?!])$/u, '.') ?? '' };
    const key = outcome === 'transient' ? 'screen.decides.transient' : 'screen.decides.closed';
    return {
      kind: 'headline',
      text: say(key, filling),
      tone: outcome === 'transient' ? 'unsure' : 'bad',
      ...(cause === undefined ? {} : { note: cause.cause }),
    };
  }
  if (outcome === 'healthy') {
    const notSeen = gates.some(({ state }) => state === 'not-seen');
    return { kind: 'headline', text: say(notSeen ? 'screen.decides.granted' : 'screen.decides.open'), tone: 'good' };
  }
  const names = gates.filter(({ state }) => state === 'not-seen').map(({ title }) => title);
  return {
    kind: 'headline',
    text: say.count('screen.decides.not-seen', names.length, { gates: listed(names) }),
    tone: 'unsure',
  };
};

/** The one line that names the deciding gate. */
export const verdict = (check: AppCheck, say: Say): Document => [{ blocks: [line(check, say)] }];
