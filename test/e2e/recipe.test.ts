import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { startScenario } from '../../simulator/scenarios/start.ts';
import { write, xml } from '../preview/files/support.ts';
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

describe('a recipe, with the real sf CLI', () => {
  let installed: Installed;
  before(async () => (installed = await installPlugin()));
  after(() => installed.remove());

  it('docs/ci.md, new-app: the login that follows the waiting is granted, and without the waiting it is not', async () => {
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

  it('docs/preview.md, gitlab: fails the pipeline, and says by which line of the pull request', async () => {
    const { info, stage, stop } = await startScenario('healthy', { home: installed.home });
    try {
      const file = 'force-app/main/default/profiles/Integration.profile-meta.xml';
      write(installed.home, {
        'sfdx-project.json': JSON.stringify({ packageDirectories: [{ path: 'force-app' }], sourceApiVersion: '64.0' }),
        [file]: xml(
          'Profile',
          '<loginIpRanges>\n<endAddress>10.0.0.9</endAddress>\n<startAddress>10.0.0.1</startAddress>\n</loginIpRanges>',
        ),
      });
      const recipe = recipes('docs/preview.md').find(({ name }) => name === 'gitlab');
      const [line = ''] = sfCommands(recipe!);
      const words = line.split(' ').slice(1);
      expect(words.slice(0, 2)).to.deep.equal(['auth', 'preview']);
      expect((await installed.sf(['alias', 'set', `prod=${stage.admin.username}`])).code).to.equal(0);
      const refused = await installed.sf(words);
      expect(refused.code, refused.stdout + refused.stderr).to.equal(3);
      const told = readFileSync(path.join(installed.home, 'preview.json'), 'utf8');
      expect(JSON.parse(told)).to.have.nested.property('[0].location.path', file);
      expect(told).to.include(info.username);
      // A range that holds its address refuses nobody.
      write(installed.home, {
        [file]: readFileSync(path.join(installed.home, file), 'utf8').replaceAll('10.0.0', '203.0.113'),
      });
      const open = await installed.sf(words);
      expect(open.code, open.stdout + open.stderr).to.equal(0);
    } finally {
      await stop();
    }
  });
});
