import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { needNames } from '../../src/gates/index.ts';
import { rules } from '../../src/gates/rules.ts';
import { appGates, flows } from '../../src/model/index.ts';
import { loadWords, speakGatesFrom } from '../../src/words/index.ts';

const words = loadWords();
const keys = words.keys('gates');
const speak = speakGatesFrom(words);

const source = ['src/gates', 'src/report/gates', 'src/words']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
  )
  .join('\n');

describe('the words of the gates', () => {
  it('the gates are walked in their order', () => {
    expect(rules.map(({ id }) => id)).to.deep.equal([...appGates]);
  });

  it('every gate has a name, and says why it is not applicable', () => {
    for (const rule of rules) {
      expect(speak.gate(rule.id)).to.match(/\S/u);
      expect(speak.notApplicable(rule.id)).to.match(/\S/u);
      for (const flow of flows)
        if (rule.flows?.includes(flow) === false) expect(speak.notApplicable(rule.id, flow)).to.match(/\S/u);
    }
  });

  it('every sentence of a check belongs to a check that there is', () => {
    const checks = new Set(rules.flatMap(({ id, checks: all }) => all.map((one) => `${id}.${one.id}`)));
    const own = keys.filter((key) => appGates.some((gate) => key.startsWith(`${gate}.`)) && !key.includes('.risk.'));
    for (const key of own) expect(checks, key).to.include(key.split('.').slice(0, 2).join('.'));
    for (const one of checks)
      expect(
        own.some((key) => key.startsWith(`${one}.`)),
        one,
      ).to.equal(true);
  });

  it('every sentence is used', () => {
    const unused = keys
      .filter((key) => appGates.some((gate) => key.startsWith(`${gate}.`)))
      .filter((key) => {
        const say = key.split('.').slice(-1)[0] ?? '';
        // Some are put together of two parts: `needed-not-sent`, `on-soon`.
        const stem = say.replace(/-(?:not-sent|soon)$/u, '');
        return !source.includes(`'${say}'`) && !source.includes(`'${stem}'`);
      })
      // Named by what they are about: the kind of an app, the kind of a policy, how an app was last alive.
      .filter(
        (key) =>
          !/^(?:app\.exists\.(?:connected|external-client)-app|refresh-token\.policy\.(?:lifetime|inactivity)|app\.blocked\.(?:used|made))$/u.test(
            key,
          ),
      );
    expect(unused).to.deep.equal([]);
  });

  it('the help names every combination of needs', () => {
    const help = words.text('auth.connectedapp.check', 'flags.needs.description');
    for (const name of needNames.filter((one) => one.includes('-') && one !== 'custom-permissions'))
      expect(help).to.include(name);
  });
});
