import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { doctorFlags, shown } from '../../scripts/demo/command-line.ts';
import { runDoctor } from '../support/cli.ts';
import { withScenario } from '../support/gathered.ts';

/** What differs from run to run: times, ports, ids, durations. */
const steady = (screen: string): string =>
  screen
    .replaceAll(/(?:\d{4}-\d\d-\d\d )?\d\d:\d\d UTC(?: \(\d\d:\d\d [^)\s]+\))?/gu, '<time>')
    .replaceAll(/127\.0\.0\.1:\d+/gu, '127.0.0.1:<port>')
    .replaceAll(/\b(?:00[A-Z0-9]|005)[A-Za-z0-9]{9,15}\b/gu, '<id>')
    .replaceAll(/\d+ ms|\d+\.\d s/gu, '<duration>')
    // A shorter port or time may move a line break.
    .replaceAll(/\s+/gu, ' ')
    .trim();

const fence = /<!-- screen: ([\w.-]+) -->\n+```text\n([\s\S]*?)```/u;

describe('the README', () => {
  it('shows a real screen, as a run prints it today', async () => {
    const readme = readFileSync('README.md', 'utf8');
    const [, scenario = '', screen = ''] = fence.exec(readme) ?? [];
    expect(scenario).to.not.equal('');
    const fresh = await withScenario(scenario, {}, async (started) => {
      const flags = doctorFlags(started);
      const { stdout } = await runDoctor(flags, { env: started.info.env });
      return `${shown(flags)}\n\n${stdout.trimEnd()}\n`;
    });
    if (process.env.UPDATE_SCREENS === 'true') {
      writeFileSync(
        'README.md',
        readme.replace(fence, () => `<!-- screen: ${scenario} -->\n\n\`\`\`text\n${fresh}\`\`\``),
      );
    } else {
      expect(steady(fresh)).to.equal(steady(screen));
    }
  });
});
