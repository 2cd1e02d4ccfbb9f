/**
 * `npm run proof:screens [-- --write]`: in which line of the screen the cause, the fix and the first link or command stand, for every
 * scenario, before (the full screen) and after (the default one). With --write also writes `docs/screens.md`.
 */
import { writeFileSync } from 'node:fs';
import { compared, tableOf } from './proof/lines.ts';
import { pageOf } from './proof/page.ts';
import { stageAll } from './proof/stage.ts';

const staged = await stageAll();
process.stdout.write(`${tableOf(staged.flatMap(compared))}\n`);
if (process.argv.includes('--write')) writeFileSync('docs/screens.md', pageOf(staged));
