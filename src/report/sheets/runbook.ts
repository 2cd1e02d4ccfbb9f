import type { Runbooks } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import type { Sheet } from '../formats/sheet.ts';
import { composeRunbooks } from '../runbook/compose.ts';
import { endsTimeline } from './timeline.ts';

const titleOf = ({ runbooks }: Runbooks, words: Words): string => {
  const [only, ...more] = runbooks;
  const name = only?.integration.app ?? only?.integration.username;
  return name === undefined || more.length > 0
    ? words.text('runbook', 'title.all')
    : words.text('runbook', 'title', { name });
};

/** Runbooks, for every format that shows them: nothing is judged here. */
export const runbookSheet = (given: Runbooks, words: Words): Sheet => ({
  command: 'sf auth runbook',
  title: titleOf(given, words),
  document: [
    ...composeRunbooks(given, words),
    ...endsTimeline(
      given.runbooks.flatMap(({ ends, integration: { app = '' } }) =>
        ends.map(({ cause, title, on }) => ({
          ...{ rule: cause, about: app, level: 'warned' as const, title, signs: [] },
          ...(on === undefined ? {} : { on }),
        })),
      ),
      words,
    ),
  ],
  judgements: [],
  metrics: [],
  data: given,
});
