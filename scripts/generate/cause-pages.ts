import { causes } from '../../src/causes/index.ts';
import { causePage } from '../../src/report/explain/cause-page.ts';
import { pageMarkdown } from '../../src/report/explain/page-markdown.ts';
import { loadWords } from '../../src/words/index.ts';

const words = loadWords();

/** `docs/causes/<id>.md` for each cause of the catalogue: the same page as `sf auth explain <id>`. */
export const causePages = (): Array<readonly [string, string]> =>
  causes.map((cause) => [`docs/causes/${cause.id}.md`, pageMarkdown(causePage(cause, words), words)] as const);
