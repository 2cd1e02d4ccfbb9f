import type { CausePage, PageRemedy } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { sayFrom } from '../say.ts';
import type { Say } from '../say.ts';

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

const section = (title: string, body: string | undefined): readonly string[] =>
  body === undefined || body === '' ? [] : [`## ${title}`, body];

const remedy = ({ title, who, steps, command, risk }: PageRemedy, say: Say): readonly string[] => [
  `### ${title}`,
  `${say('label.who')}: ${say(`actor.${who}`)}`,
  list(steps),
  ...(command === undefined ? [] : [`\`\`\`sh\n${command}\n\`\`\``]),
  ...(risk === undefined ? [] : [`${say('label.risk')}: ${risk}`]),
];

/** The page as Markdown: what `docs/causes/<id>.md` holds. Ends with a line break. */
export const pageMarkdown = (page: CausePage, words: Words): string => {
  const say = sayFrom(words);
  const title = (key: string): string => words.text('explain', `title.${key}`);
  return [
    `# ${page.title}`,
    words.text('explain', 'identity', { id: `\`${page.id}\``, gate: page.gate }),
    page.meaning,
    ...section(title('why'), page.why),
    ...section(title('said'), list(page.saidBySalesforce)),
    `## ${title('remedies')}`,
    ...page.remedies.flatMap((one) => remedy(one, say)),
    ...section(title('verify'), page.verify),
    ...section(title('more'), list(page.more.map((link) => `[${link.title}](${link.url})`))),
  ]
    .join('\n\n')
    .concat('\n');
};
