/**
 * `npm run rename:cause <old> <new>`: moves the files of a cause, renames it wherever it is named, and retires the old id.
 * Where an id is the name of something else too (a question called `login-hours`), the places that may mean that are printed, not changed.
 */
import { existsSync, globSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesOf, isId, named, variable } from './cause/files.ts';
import { retired } from './cause/retired.ts';
import { indexes } from './generate/indexes.ts';

const [old = '', id = ''] = process.argv.slice(2);

/** Why this renaming cannot be; undefined: it can. */
const refusal = (): string | undefined => {
  if (!isId(old) || !isId(id)) return 'Usage: npm run rename:cause <old> <new>';
  if (!existsSync(filesOf(old).cause)) return `There is no cause "${old}".`;
  if (id in retired) return `${id} was given up, and people may still have it in scripts and links: take another id.`;
  return existsSync(filesOf(id).cause) ? `${id} is there already.` : undefined;
};

const own = (name: string): string[] => [
  ...Object.values(filesOf(name)),
  ...globSync(`simulator/scenarios/${name}.*.ts`),
];

const rename = (): void => {
  const lists = new Set(indexes().map(([file]) => file));
  const texts = globSync([
    '{src,messages,test,simulator,scripts,bench}/**/*.{ts,md,txt,jsonl}',
    'docs/*.md',
    'README.md',
  ]);
  const isOther = (file: string): boolean => path.basename(file, '.ts') === old && file.startsWith('src/');
  const unclear = texts.some((file) => isOther(file) && file !== filesOf(old).cause);
  /** Where only a cause can be meant. */
  const isSure = (file: string): boolean =>
    !unclear || own(old).includes(file) || /^src\/(?:causes|recognition)\//u.test(file);

  for (const file of texts.filter((one) => !lists.has(one))) {
    const before = readFileSync(file, 'utf8');
    const after = unclear
      ? before.replaceAll(named(old), id)
      : before.replaceAll(named(old), id).replaceAll(named(variable(old)), variable(id));
    if (after === before) continue;
    if (isSure(file)) writeFileSync(file, after);
    else console.log(`${file} names ${old} too: look whether it means the cause.`);
  }
  for (const file of own(old)) renameSync(file, file.replace(named(old), id));
  for (const [file, content] of indexes()) writeFileSync(file, content);
  writeFileSync('scripts/cause/retired.json', `${JSON.stringify({ ...retired, [old]: id }, undefined, 2)}\n`);
  console.log(`${old} is ${id} now. Next: npm run generate && npm run test:types && npm run test:laws`);
};

const why = refusal();
if (why === undefined) rename();
else {
  console.error(why);
  process.exitCode = 2;
}
