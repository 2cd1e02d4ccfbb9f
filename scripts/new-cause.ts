/** `npm run new:cause <id> [gate]`: writes the files of a new cause, and the lists that name it. What is still empty fails a law. */
import { existsSync, writeFileSync } from 'node:fs';
import { gates } from '../src/model/index.ts';
import { filesOf, isId } from './cause/files.ts';
import { retired } from './cause/retired.ts';
import { templates } from './cause/templates.ts';
import { indexes } from './generate/indexes.ts';

const [id = '', gate = gates[0]] = process.argv.slice(2);

/** Why this cause cannot be begun; undefined: it can. */
const refusal = (): string | undefined => {
  if (!isId(id))
    return 'Usage: npm run new:cause <id> [gate]. An id is like user-frozen: lower-case words, joined by hyphens.';
  if (!gates.some((one) => one === gate))
    return `There is no gate "${gate}". The gates, in order: ${gates.join(', ')}.`;
  if (id in retired) return `${id} was given up, and people may still have it in scripts and links: take another id.`;
  return Object.values(filesOf(id)).some((file) => existsSync(file)) ? `${id} is there already.` : undefined;
};

const why = refusal();
if (why === undefined) {
  const files = templates(id, gate);
  for (const [file, content] of files) writeFileSync(file, content);
  for (const [file, content] of indexes()) writeFileSync(file, content);
  console.log(
    [
      ...files.keys(),
      '',
      'Write these, then: npm run generate && npm run test:laws. CONTRIBUTING.md says what goes where.',
    ].join('\n'),
  );
} else {
  console.error(why);
  process.exitCode = 2;
}
