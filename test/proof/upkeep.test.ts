import path from 'node:path';
import { expect } from 'chai';
import ipOfAnExternalApp from '../../simulator/scenarios/ip-restricted.eca.ts';
import healthy from '../../simulator/scenarios/healthy.ts';
import type { Scenario } from '../../simulator/scenarios/scenario.ts';
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

  it('of an external client app is other commands, and no move', () =>
    withScenario(ipOfAnExternalApp, {}, async (started) => {
      const all = await upkeepOf(started);
      expect(all.map(({ id }) => id)).to.deep.equal(['access-external', 'revoke-external', 'rotate-external']);
      for (const line of all.flatMap(({ commands }) => commands).filter((one) => one.startsWith('sf api')))
        expect(line).to.include(started.stage.app.id.slice(0, 15));
      for (const { sources } of all) expect(sources).to.not.deep.equal([]);
    }));
});
