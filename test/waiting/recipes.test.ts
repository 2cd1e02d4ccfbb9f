import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { exitCodesOfWaiting } from '../../src/output/exit-codes.ts';
import { recipes, sfCommands } from './recipes.ts';

const wait = 'sf auth connectedapp check --app "$CONSUMER_KEY" --login-url "$LOGIN_URL" --wait 15';
const login =
  'sf org login jwt --client-id "$CONSUMER_KEY" --jwt-key-file "$JWT_KEY_FILE" --username "$INTEGRATION_USER" --instance-url "$LOGIN_URL"';
const install = [
  'sf plugins trust allowlist add --name sf-plugin-auth-doctor',
  'sf plugins install sf-plugin-auth-doctor',
];

describe('docs/ci.md', () => {
  const all = recipes();

  it('has a recipe for each pipeline and each situation', () => {
    expect(all.map(({ name }) => name)).to.deep.equal([
      'wait',
      'attempt',
      'new-app',
      'sandbox',
      'scratch-org',
      'github',
      'gitlab',
      'jenkins',
      'azure',
      'bitbucket',
    ]);
    expect(readFileSync('docs/ci.md', 'utf8').match(/^```[a-z]+$/gmu)).to.have.length(all.length);
  });

  for (const name of ['github', 'gitlab', 'jenkins', 'azure', 'bitbucket'])
    it(`${name}: installs, waits, logs in, by the same lines as the others`, () => {
      const recipe = all.find((one) => one.name === name)!;
      expect(sfCommands(recipe)).to.deep.equal([...install, wait, login]);
    });

  for (const recipe of all)
    it(`${recipe.name}: waits before it logs in, and is lines that a shell can read`, () => {
      const commands = sfCommands(recipe);
      const at = commands.findIndex((line) => line.startsWith('sf auth connectedapp check '));
      const loginAt = commands.findIndex((line) => line.startsWith('sf org login jwt '));
      expect(at).to.be.at.least(0);
      expect(loginAt === -1 || loginAt > at).to.equal(true);
      const script = recipe.language === 'sh' ? recipe.text : commands.join('\n');
      execFileSync('sh', ['-n'], { input: script, stdio: ['pipe', 'pipe', 'pipe'] });
    });

  it('never sleeps in a recipe, and never puts a secret on a command line', () => {
    for (const { text } of all) {
      expect(text).to.not.match(/\bsleep\b/u);
      expect(text).to.not.match(/--password|--client-secret|BEGIN/u);
    }
  });

  it('tells the exit codes that the product gives', () => {
    const table = [...readFileSync('docs/ci.md', 'utf8').matchAll(/^\| (\d+) /gmu)].map(([, code]) => Number(code));
    const given = [...new Set<number>(Object.values(exitCodesOfWaiting))];
    expect(table.toSorted((a, b) => a - b)).to.deep.equal(given.toSorted((a, b) => a - b));
  });
});
