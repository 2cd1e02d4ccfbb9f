import { expect } from 'chai';
import { startScenario } from '../../simulator/scenarios/start.ts';
import { recipes, sfCommands } from '../waiting/recipes.ts';
import { installPlugin } from './installed-plugin.ts';
import type { Installed } from './installed-plugin.ts';

/** Words of a line whose only quotes stand round variables. Throws where a variable has no value. */
const wordsOf = (line: string, variables: Readonly<Record<string, string>>): readonly string[] =>
  line.split(' ').map((word) =>
    word.replace(/^"\$(\w+)"$/u, (_whole, name: string) => {
      const value = variables[name];
      if (value === undefined) throw new Error(`No value for $${name}`);
      return value;
    }),
  );

describe('a recipe of docs/ci.md, with the real sf CLI', () => {
  let installed: Installed;
  before(async () => (installed = await installPlugin()));
  after(() => installed.remove());

  it('new-app: the login that follows the waiting is granted, and without the waiting it is not', async () => {
    const { sim, stage, info, stop } = await startScenario('healthy', { home: installed.home });
    try {
      const variables = {
        CONSUMER_KEY: info.consumerKey,
        LOGIN_URL: info.urls.myDomain,
        JWT_KEY_FILE: info.keyFile ?? '',
        INTEGRATION_USER: info.username,
      };
      const recipe = recipes().find(({ name }) => name === 'new-app');
      const [, wait = '', login = ''] = sfCommands(recipe!);
      expect(wait).to.include(' --wait ');
      stage.app.knownFrom = Number.MAX_SAFE_INTEGER;
      const early = await installed.sf(wordsOf(login, variables).slice(1));
      expect(early.code).to.not.equal(0);

      sim.log.clear();
      const waiting = installed.sf(wordsOf(wait, variables).slice(1));
      // It becomes known only after the host was asked in vain.
      while (sim.log.entries.every(({ path }) => path !== '/services/oauth2/token'))
        await new Promise((resolve) => setTimeout(resolve, 50));
      stage.app.knownFrom = 0;
      const waited = await waiting;
      expect(waited.code, waited.stdout + waited.stderr).to.equal(0);
      expect(waited.stdout).to.include('Not yet').and.to.include('Known after');
      const late = await installed.sf(wordsOf(login, variables).slice(1));
      expect(late.code, late.stdout + late.stderr).to.equal(0);
    } finally {
      await stop();
    }
  });
});
