import { askThrough } from '../src/evidence/org-ask.ts';
import { openOrg } from '../src/evidence/org-port.ts';
import { countLogins, openLoginHistory } from '../src/loginhistory/reading/index.ts';

/** `noop`: opens the org and asks one small thing. `count`: all rows of the half year that Login History keeps. */
const what = process.argv[2];
const port = await openOrg('admin', undefined, { timeoutMs: 1_800_000, sparingUpTo: 8 });

if (what === 'noop') {
  await port.wave([{ kind: 'get', path: `query?q=${encodeURIComponent('SELECT COUNT() FROM LoginHistory')}` }]);
} else {
  const history = await askThrough(port, openLoginHistory());
  if (history.state !== 'known') throw new Error(JSON.stringify(history));
  const until = Date.now() + 60_000;
  const tally = await askThrough(port, countLogins(history.value, { since: until - 184 * 86_400_000, until }));
  if (tally.state !== 'known') throw new Error(JSON.stringify(tally));
  const { totals, gaps, untold } = tally.value;
  console.log(
    JSON.stringify({ totals, groups: [...tally.value.groups].length, gaps: gaps.length, untold, spent: port.spent() }),
  );
}
