import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Lifecycle } from '@salesforce/core/lifecycle';
import { expect } from 'chai';
import { stateFolder } from '../../simulator/home/keychain.ts';
import sfDoctor from '../../src/hooks/sf-doctor.ts';
import { withScenario } from '../support/gathered.ts';
import { inHome } from '../support/home.ts';

type Told = { readonly suggestions: string[]; readonly data: unknown[]; readonly results: unknown[] };

/** What a hook tells `sf doctor`, in a home. */
const toldIn = async (env: Readonly<Record<string, string>>): Promise<Told> => {
  const told: Told = { suggestions: [], data: [], results: [] };
  const lifecycle = Lifecycle.getInstance();
  lifecycle.on('Doctor:diagnostic', (result) => Promise.resolve(void told.results.push(result)));
  try {
    await inHome(env, () =>
      sfDoctor({
        doctor: {
          addSuggestion: (suggestion) => told.suggestions.push(suggestion),
          addPluginData: (plugin, data) => told.data.push([plugin, data]),
        },
      }),
    );
  } finally {
    lifecycle.removeAllListeners('Doctor:diagnostic');
  }
  return told;
};

const testName = '[sf-plugin-auth-doctor] every login stored here can be used, as far as this machine tells';

describe('the hook of sf doctor', () => {
  it('passes where every stored login can be used, and sends nothing', () =>
    withScenario('healthy', {}, async ({ info, sim }) => {
      sim.log.clear();
      const { suggestions, data, results } = await toldIn(info.env);
      expect(results).to.deep.equal([{ testName, status: 'pass' }]);
      expect(suggestions).to.deep.equal([]);
      expect(data).to.have.nested.property('[0][1].logins').that.is.greaterThan(0);
      expect(sim.log.entries).to.deep.equal([]);
    }));

  it('fails where one cannot, says how many and by which command they are named, and names none', () =>
    withScenario('local-credential-store', {}, async ({ info }) => {
      const { suggestions, data, results } = await toldIn(info.env);
      expect(results).to.deep.equal([{ testName, status: 'fail' }]);
      expect(suggestions.join()).to.include('sf auth doctor --offline').and.not.include('@');
      expect(JSON.stringify(data)).to.not.include(info.username);
    }));

  it('does not pass where the file of a login cannot be read', () =>
    withScenario('healthy', {}, async ({ info }) => {
      const folder = stateFolder(info.home);
      const file = path.join(folder, `${info.username}.json`);
      writeFileSync(file, readFileSync(file, 'utf8').slice(0, 20));
      const { results } = await toldIn(info.env);
      expect(results).to.not.deep.equal([{ testName, status: 'pass' }]);
    }));

  it('stands in the package under the name by which sf doctor calls it', () => {
    const { name, oclif } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      name: string;
      oclif: { hooks: Readonly<Record<string, string>> };
    };
    expect(oclif.hooks).to.deep.equal({ [`sf-doctor-${name}`]: './lib/hooks/sf-doctor' });
  });
});
