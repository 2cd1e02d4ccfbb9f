import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { buildIfNeeded } from '../../scripts/demo/build.ts';
import { startScenario } from '../../simulator/scenarios/start.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { run } from '../support/cli.ts';
import type { Ran } from '../support/cli.ts';

const file = 'docs/examples/login-with-retry.ts';

const tokenRequests = ({ sim }: Started): number =>
  sim.log.entries.filter(({ path }) => path === '/services/oauth2/token').length;

describe('the example of docs/library.md', function () {
  this.timeout(60_000);
  let started: Started;
  let stop = (): Promise<void> => Promise.resolve();
  before(async () => {
    buildIfNeeded();
    // The app's client credentials flow is off at the end of this story: each test says how things stand.
    started = await startScenario('flow-not-enabled');
    stop = started.stop;
  });
  after(() => stop());
  beforeEach(() => {
    started.sim.log.clear();
    started.sim.faults.clear();
  });

  const enable = (enabled: boolean): void => {
    started.stage.app.clientCredentials = { enabled, runAsUserId: started.stage.user.id };
  };

  const example = (): Promise<Ran> =>
    run(process.execPath, [file], {
      env: {
        LOGIN_URL: started.info.urls.myDomain,
        CLIENT_ID: started.info.consumerKey,
        CLIENT_SECRET: started.info.clientSecret,
        PAUSE_MS: '1',
      },
    });

  it('logs in at the first try where nothing is wrong', async () => {
    enable(true);
    const { code, stdout, stderr } = await example();
    expect([code, stderr]).to.deep.equal([0, '']);
    expect(stdout).to.equal(`Logged in at ${started.info.urls.myDomain}\n`);
    expect(tokenRequests(started)).to.equal(1);
  });

  it('tries again after maintenance, a cut connection and a limit, and logs in', async () => {
    enable(true);
    const limit = '{"error":"invalid_grant","error_description":"login rate exceeded"}';
    started.sim.faults.add({ kind: 'html-maintenance', times: 1 });
    started.sim.faults.add({ kind: 'reset', times: 1 });
    started.sim.faults.add({ kind: 'status', status: 400, body: limit, contentType: 'application/json', times: 1 });
    const { code, stdout, stderr } = await example();
    expect([code, stderr]).to.deep.equal([0, '']);
    expect(stdout).to.include('Logged in');
    expect(tokenRequests(started)).to.equal(4);
  });

  it('stops at once where no retry helps, with an error that names the cause', async () => {
    enable(false);
    const { code, stderr } = await example();
    expect(code).to.equal(3);
    expect(stderr).to.match(/^Login refused: The app does not allow this OAuth flow \(flow-not-enabled\)\n/u);
    expect(stderr).to.include('page-admin');
    expect(tokenRequests(started)).to.equal(1);
  });

  it('stops after its last try where it does not pass', async () => {
    started.sim.faults.add({ kind: 'status', status: 503, body: 'Service Unavailable' });
    const { code, stderr } = await example();
    expect(code).to.equal(1);
    expect(stderr).to.include('Login refused: ');
    expect(tokenRequests(started)).to.equal(5);
  });

  it('stands in the page as it stands in the file', () => {
    const page = readFileSync('docs/library.md', 'utf8');
    expect(page).to.include(`\`\`\`ts\n${readFileSync(file, 'utf8')}\`\`\``);
  });
});
