import { causes } from '../../src/causes/index.ts';
import type { Cause } from '../../src/model/index.ts';
import { loadWords } from '../../src/words/index.ts';

const words = loadWords();

const section = (title: string, body: string | undefined): string[] =>
  body === undefined || body === '' ? [] : [`## ${title}`, '', body, ''];

const remedy = (cause: Cause, { id, who }: Cause['remedies'][number]): string[] => {
  const file = `cause.${cause.id}`;
  const raw = (key: string): string | undefined => words.find(file, `remedy.${id}.${key}`, placeholders);
  const command = raw('command');
  const risk = raw('risk');
  return [
    `### ${words.text(file, `remedy.${id}.title`, placeholders)}`,
    '',
    `${words.text('report', 'label.who')}: ${words.text('report', `actor.${who}`)}`,
    '',
    raw('steps') ?? '',
    '',
    ...(command === undefined ? [] : ['```sh', command, '```', '']),
    ...(risk === undefined ? [] : [`${words.text('report', 'label.risk')}: ${risk}`, '']),
  ];
};

const placeholders = {
  username: '<username>',
  app: '<app>',
  appId: '<app id>',
  login: '<alias>',
  loginUrl: '<login URL>',
  userId: '<user id>',
  profileId: '<profile id>',
  profileName: '<profile>',
};

const page = (cause: Cause): string => {
  const file = `cause.${cause.id}`;
  const find = (key: string): string | undefined => words.find(file, key);
  return [
    `# ${words.text(file, 'title')}`,
    '',
    `\`${cause.id}\` · gate: ${cause.gate}`,
    '',
    words.text(file, 'meaning'),
    '',
    ...section('Why it happens', find('why')),
    ...section('How Salesforce says it', find('said-by-salesforce')),
    '## What cures it',
    '',
    ...cause.remedies.flatMap((one) => remedy(cause, one)),
    ...section('How to verify', find('verify')),
    ...section('Read more', find('more')),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
};

/** `docs/causes/<id>.md` for each cause of the catalogue: the same words as `sf auth explain`. */
export const causePages = (): Array<readonly [string, string]> =>
  causes.map((cause) => [`docs/causes/${cause.id}.md`, page(cause)] as const);
