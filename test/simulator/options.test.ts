import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { readOptions, UsageError } from '../../simulator/options.ts';

describe('readOptions', () => {
  it('reads every flag', () => {
    const words =
      '--scenario user-frozen --port 4000 --latency 20 --rows 1000 --world crowded --home x --as-salesforce'.split(' ');

    expect(
      readOptions([
        ...words,
        '--deny',
        'ManageUsers',
        'View Setup and Configuration',
        '--deny=PermissionsViewAllUsers',
      ]),
    ).to.deep.equal({
      list: false,
      scenario: 'user-frozen',
      port: 4000,
      latency: 20,
      rows: 1000,
      world: 'crowded',
      home: path.resolve('x'),
      asSalesforce: true,
      deny: ['ManageUsers', 'ViewSetup', 'ViewAllUsers'],
    });
  });

  it('needs nothing but the scenario', () => {
    expect(readOptions(['--scenario=healthy'])).to.deep.equal({ list: false, scenario: 'healthy', deny: [] });
  });

  it('lists', () => {
    expect(readOptions(['--list'])).to.deep.equal({ list: true });
  });

  const mistakes: ReadonlyArray<readonly [string, readonly string[]]> = [
    ['no scenario', []],
    ['an unknown scenario', ['--scenario', 'user-fozen']],
    ['a scenario without a name', ['--scenario']],
    ['two scenarios', ['--scenario', 'healthy', '--scenario', 'user-frozen']],
    ['two names after one flag', ['--scenario', 'healthy', 'user-frozen']],
    ['a word without a flag', ['user-frozen']],
    ['an unknown flag', ['--scenario', 'healthy', '--prot', '4000']],
    ['a port that is no number', ['--scenario', 'healthy', '--port', '4ooo']],
    ['a port that is none', ['--scenario', 'healthy', '--port', '70000']],
    ['a negative latency', ['--scenario', 'healthy', '--latency', '-1']],
    ['an unknown world', ['--scenario', 'healthy', '--world', 'empty']],
    ['a value for a flag that takes none', ['--scenario', 'healthy', '--as-salesforce', 'yes']],
    ['no permission', ['--scenario', 'healthy', '--deny']],
    ['an unknown permission', ['--scenario', 'healthy', '--deny', 'ManageUser']],
    ['a list with more', ['--list', '--port', '1']],
    ['the own home', ['--scenario', 'healthy', '--home', os.homedir()]],
  ];
  for (const [what, words] of mistakes) {
    it(`answers ${what} with one sentence`, () => {
      expect(() => readOptions(words)).to.throw(UsageError, /^[^\n]+\.$/u);
    });
  }
});
