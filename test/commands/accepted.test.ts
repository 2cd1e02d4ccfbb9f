import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import type { Started } from '../../simulator/scenarios/start.ts';
import { callHere, type Call } from '../support/every-command.ts';
import { withScenario } from '../support/gathered.ts';
import type { Ran } from '../support/cli.ts';

/** What a command makes of a login that works today and breaks later. */
const runs = (
  { info }: Started,
  command: Call['command'],
  accepted: readonly object[] | undefined,
  more: readonly string[] = [],
): Promise<Ran> => {
  const file = path.join(info.home, 'baseline.json');
  writeFileSync(file, JSON.stringify({ accepted }));
  const login = ['-o', 'admin', '--username', info.username, '--app', info.app, '--login-url', info.urls.myDomain];
  const key = info.keyFile === null ? [] : ['--jwt-key-file', info.keyFile];
  const argv = [
    ...login,
    ...key,
    '--fail-on',
    'later',
    ...(accepted === undefined ? [] : ['--baseline', file]),
    ...more,
  ];
  return callHere({ command, argv }, info.env);
};

describe('a baseline of what will break later', function () {
  this.timeout(90_000);

  const reason = 'moved in January';
  const later = '9999-12-31';

  it('counts for no exit code what it names, until the day that it names, and it is still shown', () =>
    withScenario('full-scope', {}, async (started) => {
      const { app } = started.info;
      const entry = { app, reason, until: later };
      expect((await runs(started, 'doctor', undefined)).code).to.equal(3);
      const { code, stdout } = await runs(started, 'doctor', [entry]);
      expect(code, stdout).to.equal(0);
      expect(stdout).to.include('full-scope').and.to.include(reason);
      expect((await runs(started, 'doctor', [{ ...entry, until: '2020-01-01' }])).code).to.equal(3);
      expect((await runs(started, 'doctor', [{ ...entry, app: 'Another' }])).code).to.equal(3);
      expect((await runs(started, 'doctor', [{ ...entry, cause: 'jwt-cert-expired' }])).code).to.equal(3);
      const json = await runs(started, 'doctor', [entry], ['--json']);
      expect(json.stdout).to.match(
        /"accepted": \{\s+"reason": "moved in January",\s+"until": "9999-12-31T23:59:59.999Z"/u,
      );
      const sarif = await runs(started, 'doctor', [entry], ['--result-format', 'sarif']);
      expect(sarif.stdout).to.not.include('"level": "error"');
    }));

  it('is the same for a check', () =>
    withScenario('full-scope', {}, async (started) => {
      const { app } = started.info;
      const before = await runs(started, 'check', undefined, ['--cert-warn-days', '9999']);
      expect(before.code, before.stdout).to.equal(3);
      const after = await runs(started, 'check', [{ app, reason }], ['--cert-warn-days', '9999']);
      expect(after.code, after.stdout).to.equal(0);
      expect(after.stdout).to.include(reason);
    }));

  it('accepts nothing that stops the login today', () =>
    withScenario('user-frozen', {}, async (started) => {
      const { app } = started.info;
      expect((await runs(started, 'doctor', [{ app, reason }])).code).to.equal(3);
      expect((await runs(started, 'check', [{ app, reason }])).code).to.equal(3);
    }));

  it('without a reason is refused', () =>
    withScenario('healthy', {}, async (started) => {
      const { code, stderr } = await runs(started, 'doctor', [{ app: started.info.app }]);
      expect(code).to.equal(2);
      expect(stderr).to.include('reason');
    }));
});
