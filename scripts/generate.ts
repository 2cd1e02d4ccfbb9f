/**
 * Writes every generated file: the lists of causes and scenarios, schemas of the commands' results, the oclif manifest, the command
 * snapshot, a page for each cause, the calendar, the questions to an org, the table of the architecture.
 * With --check it writes nothing, names what is out of date and ends with 1.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { architecturePage } from './generate/architecture-page.ts';
import { calendarPage } from './generate/calendar-page.ts';
import { causePages } from './generate/cause-pages.ts';
import { indexes } from './generate/indexes.ts';
import { manifestAndSnapshot } from './generate/manifest.ts';
import { limitsPage } from './generate/limits-page.ts';
import { questionsPage } from './generate/questions-page.ts';
import { resultSchemas } from './generate/schemas.ts';

/** Path from the root of the repo -> content. */
const wanted = new Map<string, string>([
  ...indexes(),
  ...resultSchemas(),
  ...(await manifestAndSnapshot()),
  ...causePages(),
  ...calendarPage(),
  ...(await questionsPage()),
  ...(await limitsPage()),
  ...(await architecturePage()),
]);

/** Folders that hold generated files only: what is there and not wanted is out of date too. */
const generatedFolders = ['schemas', 'docs/causes'];

const present = generatedFolders.flatMap((folder) =>
  existsSync(folder) ? readdirSync(folder).map((name) => path.posix.join(folder, name)) : [],
);
const stale = [
  ...[...wanted]
    .filter(([file, content]) => !existsSync(file) || readFileSync(file, 'utf8') !== content)
    .map(([file]) => file),
  ...present.filter((file) => !wanted.has(file)),
];

if (process.argv.includes('--check')) {
  for (const file of stale) console.log(`${file} is out of date: run "npm run generate" and commit it.`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const file of stale) {
    const content = wanted.get(file);
    if (content === undefined) rmSync(file);
    else {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    console.log(file);
  }
}
