import { expect } from 'chai';
import { scenarioIds } from '../../simulator/scenarios/index.ts';
import { parsed, root, run } from '../support/cli.ts';
import type { Ran } from '../support/cli.ts';

const demo = (...words: string[]): Promise<Ran> => run(process.execPath, [`${root}scripts/demo.ts`, ...words]);

describe('npm run demo', () => {
  it('lists the scenarios', async () => {
    const { code, stdout } = await demo('--list');

    expect(code).to.equal(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).to.deep.equal(scenarioIds);
    expect(stdout).to.match(/^user-frozen +The integration user was frozen$/mu);
  });

  it('alone offers five failures in plain words', async () => {
    const { code, stdout } = await demo();

    expect(code).to.equal(0);
    expect(stdout.match(/npm run demo -- [a-z]/gu)).to.have.lengthOf(5);
  });

  it('shows the command line and the screen, and ends with 0 where the doctor was right', async () => {
    const { code, stdout, stderr } = await demo('user-frozen');

    expect(stdout).to.match(/^\$ sf auth doctor --target-org admin --username integration\.marketing@acme\.com /u);
    expect(code, stdout + stderr).to.equal(0);
  });

  it('prints only what the command prints with --json, and ends as it does', async () => {
    const ran = await demo('user-frozen', '--json');

    expect(parsed(ran)).to.have.nested.property('result.findings[0].cause', 'user-frozen');
    expect(ran.code).to.equal(3);
  });

  it('answers an unknown scenario with one sentence, and ends with 2', async () => {
    const { code, stdout, stderr } = await demo('user-fozen');

    expect([code, stdout]).to.deep.equal([2, '']);
    expect(stderr)
      .to.match(/^[^\n]+\.\n$/u)
      .and.to.include('user-frozen');
  });
});
