import { causes } from '../../src/causes/index.ts';
import { causePage } from '../../src/report/explain/cause-page.ts';
import { pageMarkdown } from '../../src/report/explain/page-markdown.ts';
import { proofSection } from './proof-section.ts';
import { loadWords } from '../../src/words/index.ts';

const words = loadWords();

/** `docs/causes/<id>.md` for each cause of the catalogue: the page of `sf auth explain <id>`, and how the cause is told. */
export const causePages = (): Array<readonly [string, string]> =>
  causes.map(
    (cause) =>
      [
        `docs/causes/${cause.id}.md`,
        `${pageMarkdown(causePage(cause, words), words)}\n${proofSection(cause, words)}`.trimEnd().concat('\n'),
      ] as const,
  );
