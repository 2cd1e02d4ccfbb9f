import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import type { Ran } from '../support/cli.ts';
import { callHere } from '../support/every-command.ts';
import { startTwoOrgs, type TwoOrgs } from '../support/two-orgs.ts';

const reason = 'moved in January';

/** Every certificate of these orgs ends within so many days. */
const soon = '9999';

describe('a baseline of what will break later, for every app', function () {
  this.timeout(120_000);
  let orgs: TwoOrgs;
  before(async () => (orgs = await startTwoOrgs('full-scope', 'healthy')));
  after(() => orgs.stop());

  const check = (names: readonly string[], accepted: readonly object[], more: readonly string[] = []): Promise<Ran> => {
    const { info } = orgs.target;
    const file = path.join(info.home, 'baseline.json');
    writeFileSync(file, JSON.stringify({ accepted }));
    const argv = [
      ...names.flatMap((name) => ['-o', name]),
      ...['--all', '--cert-warn-days', soon, '--fail-on', 'later', '--baseline', file, ...more],
    ];
    return callHere({ command: 'check', argv }, info.env);
  };

  for (const names of [['admin'], ['admin', 'uat']])
    describe(`of ${names.length === 1 ? 'an org' : 'several orgs'}`, () => {
      it('fails for what nobody accepted, and for what another app or another cause was accepted of', async () => {
        const { app } = orgs.target.info;
        for (const accepted of [
          [],
          [{ app: 'Another', reason }],
          [{ app, cause: 'login-hours', reason }],
          [{ app, reason, until: '2020-01-01' }],
        ]) {
          const { code, stdout } = await check(names, accepted);
          expect(code, `${JSON.stringify(accepted)}\n${stdout}`).to.equal(3);
        }
      });

      it('fails for nothing that is accepted, and tells it with its reason', async () => {
        const { app } = orgs.target.info;
        const { code, stdout, stderr } = await check(names, [{ app, reason }], ['--json']);
        expect(code, stdout + stderr).to.equal(0);
        expect(stdout.split(`"reason": "${reason}"`).length - 1).to.be.greaterThanOrEqual(names.length);
      });
    });
});
