import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** `sf` listens only once its browser was started, and ends only once the browser has seen that all went well. */
const visit = (sessionId: string): string => `
const answer = await fetch(process.argv[2], { headers: { cookie: 'sid=${sessionId}' }, redirect: 'manual' });
const to = answer.headers.get('location');
if (to === null) process.exit(1);
for (let knocks = 0; knocks < 5; knocks += 1) {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const seen = await fetch(to, { signal: AbortSignal.timeout(20_000) }).then(({ ok }) => ok, () => false);
  if (seen) break;
}
`;

/**
 * A browser in which somebody is logged in to the simulated org: it opens the address that it is given, and goes where it is sent.
 * Returns the variables by which `sf` opens it.
 */
export const writeBrowser = (folder: string, sessionId: string): Readonly<Record<string, string>> => {
  const [program, script] = [path.join(folder, 'browser'), path.join(folder, 'browser.mjs')];
  writeFileSync(script, visit(sessionId));
  writeFileSync(program, `#!/bin/sh\n'${process.execPath}' '${script}' "$1" >/dev/null 2>&1 &\n`);
  chmodSync(program, 0o755);
  return { BROWSER: program };
};
