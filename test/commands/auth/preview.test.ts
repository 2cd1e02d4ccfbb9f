import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { startScenario, type Started } from '../../../simulator/scenarios/start.ts';
import type { Preview } from '../../../src/model/index.ts';
import { write, xml } from '../../preview/files/support.ts';
import { parsed, root, run, type Ran } from '../../support/cli.ts';

const profile = 'force-app/main/default/profiles/Integration.profile-meta.xml';

describe('sf auth preview', function () {
  this.timeout(180_000);
  let started: Started;
  let folder: string;

  before(async () => {
    started = await startScenario('healthy');
    folder = mkdtempSync(path.join(os.tmpdir(), 'preview-'));
    write(folder, {
      'sfdx-project.json': JSON.stringify({ packageDirectories: [{ path: 'force-app' }], sourceApiVersion: '64.0' }),
      [profile]: xml(
        'Profile',
        '<loginIpRanges>\n<endAddress>10.0.0.9</endAddress>\n<startAddress>10.0.0.1</startAddress>\n</loginIpRanges>',
      ),
      'baseline.json': JSON.stringify({ accepted: [{ app: 'Marketing Sync', reason: 'moves away' }] }),
    });
  });
  after(async () => {
    await started.stop();
    rmSync(folder, { recursive: true });
  });

  const preview = (...args: readonly string[]): Promise<Ran> =>
    run(process.execPath, [path.join(root, 'bin', 'run.js'), 'auth', 'preview', ...args], {
      cwd: folder,
      env: started.info.env,
    });

  it('says which login a deployment would refuse, and by which line', async () => {
    const ran = await preview('--source-dir', 'force-app', '--target-org', 'admin');
    expect(ran.stdout).to.match(/^✖ This change locks out 1 of 1 integrations\./u);
    expect(ran.stdout).to.include(`${profile}:3:1`);
    expect(ran.code, ran.stderr).to.equal(3);
  });

  it('prints data that is what the schema says', async () => {
    const ran = await preview('--source-dir', 'force-app', '--target-org', 'admin', '--json');
    const { result, status } = parsed(ran) as { readonly result: Preview; readonly status: number };
    const schema = JSON.parse(readFileSync(path.join(root, 'schemas/auth-preview.json'), 'utf8')) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(validate(result), JSON.stringify(validate.errors)).to.equal(true);
    expect(result.integrations[0]?.refusing[0]).to.include({ cause: 'ip-restricted', gate: 'ip' });
    expect(status).to.equal(3);
  });

  it('annotates the pull request', async () => {
    const ran = await preview('-d', 'force-app', '-o', 'admin', '--result-format', 'github');
    expect(ran.stdout).to.match(new RegExp(`^::error file=${profile},line=3,col=1,title=ip-restricted`, 'u'));
  });

  it('fails on nothing that the baseline accepts, and on nothing where a range holds the address', async () => {
    const accepted = await preview('-d', 'force-app', '-o', 'admin', '--baseline', 'baseline.json');
    expect(accepted.stdout).to.include('accepted by the baseline: moves away');
    expect(accepted.code).to.equal(0);
    const inside = await preview('-o', 'admin', '--set', 'Profile:Integration.loginIpRanges=203.0.113.0/24');
    expect(inside.stdout).to.match(/^✔ /u);
    expect(inside.code).to.equal(0);
  });

  it('judges by what was kept, without the org', async () => {
    const kept = await preview('-o', 'admin', '--at', '2027-01-01', '--save-evidence', 'prod.json');
    expect(kept.code, kept.stderr).to.be.oneOf([0, 4]);
    const ran = await preview('-d', 'force-app', '--evidence', 'prod.json', '--json');
    const { result } = parsed(ran) as { readonly result: Preview };
    expect(result.counts).to.include({ integrations: 1, refused: 1 });
    expect(result.cost.requests).to.equal(0);
  });

  it('looks through the files alone without an org', async () => {
    const ran = await preview('--source-dir', 'force-app');
    expect(ran.stdout).to.match(/^\? The files alone were looked at/u);
    expect(ran.code).to.equal(0);
  });

  it('names what is wrong with the flags', async () => {
    const nothing = await preview('-o', 'admin');
    expect(nothing.stderr).to.include('There is no change to look at');
    expect(nothing.code).to.equal(2);
    expect((await preview('--set', 'nonsense')).code).to.equal(2);
    expect((await preview('--source-dir', 'nowhere', '-o', 'admin')).stderr).to.include('There is no nowhere');
  });
});
