import type { CausePage, PageRemedy } from '../../model/index.ts';
import { row, rows, section, text } from '../document.ts';
import type { Block, Document, Row } from '../document.ts';
import type { Say } from '../say.ts';

const remedyRows = ({ title, who, steps, command, risk }: PageRemedy, label: string, say: Say): readonly Row[] => [
  row(label, title),
  row(say('label.who'), say(`actor.${who}`)),
  row(say('label.steps'), { kind: 'steps', items: steps }),
  ...(command === undefined ? [] : [row(say('label.command'), { kind: 'copy', text: command })]),
  ...(risk === undefined ? [] : [row(say('label.risk'), risk)]),
];

const list = (items: readonly string[]): readonly Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);

/** The page of a cause for a terminal. `explain`: the words of `messages/explain.md`. */
export const pageDocument = (page: CausePage, say: Say, explain: Say): Document => [
  {
    blocks: [
      { kind: 'headline', text: page.title, tone: 'strong' },
      text(explain('identity', { id: page.id, gate: page.gate }), 'quiet'),
      text(page.meaning),
    ],
  },
  ...section(explain('title.why'), [text(page.why)]),
  ...section(explain('title.said'), list(page.saidBySalesforce)),
  ...section(
    explain('title.remedies'),
    page.remedies.flatMap((one, index) => rows(remedyRows(one, say(index === 0 ? 'label.fix' : 'label.or'), say))),
  ),
  ...section(explain('title.verify'), page.verify === undefined ? [] : [text(page.verify)]),
  ...section(explain('title.more'), list(page.more.map(({ title, url }) => `${title}: ${url}`))),
];
