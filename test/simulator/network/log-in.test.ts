import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect } from 'chai';
import { startScenario } from '../../../simulator/scenarios/start.ts';
import type { Started } from '../../../simulator/scenarios/start.ts';
import { run } from '../../support/cli.ts';

const programs = path.resolve('test/simulator/network/programs');

/** Programs in other languages, that were written against Salesforce and know nothing of the simulator. */
const kinds = [
  { title: 'a shell with openssl and curl', program: 'sh', file: 'log-in.sh', has: ['openssl', 'version'] },
  { title: 'Java', program: 'java', file: 'LogIn.java', has: ['javac', '-version'] },
] as const;

const isHere = ({ has: [program, ...args] }: (typeof kinds)[number]): boolean => spawnSync(program, args).status === 0;

describe('a login by JWT at login.salesforce.com', function () {
  this.timeout(120_000);
  let started: Started;
  before(async () => {
    started = await startScenario('healthy', { asSalesforce: true });
  });
  after(() => started.stop());

  for (const kind of kinds.filter(isHere))
    it(`of ${kind.title} is let in, and its token opens the API`, async () => {
      const { env, consumerKey, username, keyFile } = started.info;
      const rows = started.stage.org.loginRows.length;
      const given = [path.join(programs, kind.file), consumerKey, username, keyFile ?? ''];
      const { code, stdout, stderr } = await run(kind.program, given, { env, cwd: started.info.home });
      expect(code, stderr).to.equal(0);
      const answer = JSON.parse(stdout) as Record<string, string>;
      expect(answer, stdout).to.include({ instance_url: 'https://acme.my.salesforce.com', token_type: 'Bearer' });
      const header = `Authorization: Bearer ${answer.access_token ?? ''}`;
      const ask = [
        '-sS',
        '-H',
        header,
        `${answer.instance_url ?? ''}/services/data/v60.0/query?q=SELECT+Id+FROM+Organization`,
      ];
      const api = await run('curl', ask, { env, cwd: started.info.home });
      expect(JSON.parse(api.stdout)).to.have.property('totalSize', 1);
      expect(started.stage.org.loginRows.slice(rows).map(({ status }) => status)).to.deep.equal(['Success']);
    });

  it('of another key is refused', async () => {
    const { env, username, keyFile } = started.info;
    const given = [path.join(programs, 'log-in.sh'), '3MVG9.unknown', username, keyFile ?? ''];
    const { stdout } = await run('sh', given, { env, cwd: started.info.home });
    expect(JSON.parse(stdout)).to.have.property('error', 'invalid_client_id');
  });
});
