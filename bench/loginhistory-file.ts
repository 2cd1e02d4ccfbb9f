import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { openLoginFile } from '../src/loginhistory/reading/file/open-login-file.ts';
import { readLoginFile } from '../src/loginhistory/reading/file/read-login-file.ts';

/** `write FILE ROWS`: a Login History export as a page would give it, of forty integrations over half a year, one row in twenty failed. */
const write = async (path: string, rows: number): Promise<void> => {
  const out = createWriteStream(path);
  const failing = ['Invalid Password', 'User Is Frozen', 'Restricted IP', 'Failed: Not approved for access'];
  let seed = 1;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  const end = Date.UTC(2026, 10, 23);
  const step = (180 * 86_400_000) / rows;
  let text = 'Username,Login Time,Source IP,Location,Login Type,Status,Application,Browser,Platform,Login URL\r\n';
  for (let row = 0; row < rows; row += 1) {
    const at = new Date(end - row * step);
    const [hours, user] = [at.getUTCHours(), random(40)];
    const clock = `${hours % 12 === 0 ? 12 : hours % 12}:${at.toISOString().slice(14, 19)} ${hours < 12 ? 'AM' : 'PM'} PST`;
    const time = `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear()} ${clock}`;
    const status = random(20) === 0 ? (failing[random(4)] ?? '') : 'Success';
    text += `"integration.${user}@acme.com","${time}","203.0.113.${user}","United States","Remote Access 2.0","${status}","App, ${user % 12}","Unknown","Unknown","acme.my.salesforce.com"\r\n`;
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
};

/** `count FILE`: rows by status and application, as `mlr count-distinct` gives them. */
const count = async (path: string): Promise<void> => {
  const file = await readLoginFile(await openLoginFile(path), { now: Date.UTC(2026, 10, 24) });
  if (!('tally' in file)) throw new Error('No login file.');
  const found = new Map<string, number>();
  let groups = 0;
  for (const { status, application = '', count: rows } of file.tally.groups) {
    const key = `${status},${application}`;
    found.set(key, (found.get(key) ?? 0) + rows);
    groups += 1;
  }
  console.log(JSON.stringify({ groups, unread: file.unread.rows, counts: Object.fromEntries(found) }));
};

const [what, path = '', more = ''] = process.argv.slice(2);
if (what === 'write') await write(path, Number(more));
else await count(path);
