import path from 'node:path';
import { expect } from 'chai';
import ipOfAnExternalApp from '../../simulator/scenarios/ip-restricted.eca.ts';
import healthy from '../../simulator/scenarios/healthy.ts';
import refreshOfAnExternalApp from '../../simulator/scenarios/refresh-token-policy-expired.eca.ts';
import type { Scenario } from '../../simulator/scenarios/scenario.ts';
import { createGrant } from '../../simulator/state/apps.ts';
import { createUser } from '../../simulator/state/people.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import AuthRunbook from '../../src/commands/auth/runbook.ts';
import type { Upkeep } from '../../src/model/index.ts';
import { parsed, root, run } from '../support/cli.ts';
import { withScenario } from '../support/gathered.ts';
import { runHere } from '../support/in-process.ts';

const upkeepOf = async ({ info }: Started, more: readonly string[] = []): Promise<readonly Upkeep[]> => {
  const ran = await runHere(AuthRunbook, ['-o', 'admin', '--app', info.app, ...more, '--json'], info.env);
  const { result } = parsed(ran) as { result: { runbooks: ReadonlyArray<{ upkeep: readonly Upkeep[] }> } };
  return result.runbooks.flatMap(({ upkeep }) => upkeep);
};

const commandsOf = (all: readonly Upkeep[], id: string): readonly string[] =>
  all.find((one) => one.id === id)?.commands ?? [];

/** An app whose name a query and a shell have to be told how to take. */
const hardName = `Bob's "Sync" $1`;
const hard: Scenario = {
  ...healthy,
  prepare: ({ app }) => {
    app.name = hardName;
  },
};

describe('what only a person does, as the runbook prints it', function () {
  this.timeout(180_000);

  it('lists granted and used access by the real sf, whatever the app is called', function () {
    if (process.platform === 'win32') this.skip();
    return withScenario(hard, {}, async (started) => {
      const { info } = started;
      const all = await upkeepOf({ ...started, info: { ...info, app: hardName } }, ['--username', info.username]);
      const lines = [...commandsOf(all, 'access'), ...commandsOf(all, 'revoke')];
      expect(lines).to.have.lengthOf(4);
      const env = {
        ...info.env,
        PATH: `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH ?? ''}`,
      };
      const [granted, used, ...tokens] = await Promise.all(
        lines.map((line) => run('sh', ['-c', `${line} --json`], { cwd: info.home, env })),
      );
      for (const ran of [granted, used, ...tokens])
        expect(ran?.code, `${lines.join('\n')}\n${ran?.stdout ?? ''}${ran?.stderr ?? ''}`).to.equal(0);
      expect(granted?.stdout).to.include(info.username);
      expect(used?.stdout).to.include(started.stage.user.id.slice(0, 15));
    });
  });

  it('names what stands in the way of a move', () =>
    withScenario('healthy', {}, async (started) => {
      const plain = (await upkeepOf(started)).find(({ id }) => id === 'move');
      const password = (await upkeepOf(started, ['--flow', 'password'])).find(({ id }) => id === 'move');
      expect(plain?.inTheWay).to.have.lengthOf(1);
      expect(password?.inTheWay?.[0]).to.include('username-password');
    }));

  it('lists and ends the tokens of an external client app by the real sf', function () {
    if (process.platform === 'win32') this.skip();
    return withScenario(refreshOfAnExternalApp, {}, async (started) => {
      const { info, stage } = started;
      const all = await upkeepOf(started, ['--username', info.username]);
      const users = commandsOf(all, 'access-external').filter((line) => line.includes('/usage/'));
      const lines = [...users, ...commandsOf(all, 'revoke-external')];
      expect(lines).to.have.lengthOf(4);
      const bin = path.join(root, 'node_modules', '.bin');
      const env = { ...info.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` };
      const other = createUser(stage.org, { username: 'other@acme.com', profileId: stage.profile.id });
      createGrant(stage.org, { userId: other.id, appId: stage.app.id, createdAt: stage.clock.now() });
      const alive = () => stage.org.grants.filter(({ revoked }) => !revoked).map(({ userId }) => userId);
      const said: string[] = [];
      const left: number[] = [];
      for (const line of lines) {
        const ran = await run('sh', ['-c', line], { cwd: info.home, env });
        expect(ran.code, `${line}\n${ran.stdout}${ran.stderr}`).to.equal(0);
        said.push(ran.stdout);
        left.push(alive().length);
      }
      expect(said[0]).to.include(info.username).and.to.include('other@acme.com');
      expect(said[1]).to.include(info.username).and.to.not.include('other@acme.com');
      expect(left).to.deep.equal([2, 2, 1, 0]);
    });
  });

  it('of an external client app is other commands, and no move', () =>
    withScenario(ipOfAnExternalApp, {}, async (started) => {
      const all = await upkeepOf(started);
      expect(all.map(({ id }) => id)).to.deep.equal(['access-external', 'revoke-external', 'rotate-external']);
      for (const line of all.flatMap(({ commands }) => commands).filter((one) => one.startsWith('sf api')))
        expect(line).to.include(started.stage.app.id.slice(0, 15));
      for (const { sources } of all) expect(sources).to.not.deep.equal([]);
    }));
});
