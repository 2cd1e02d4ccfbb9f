import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { gateOrder, gates, type Gate } from '../../src/model/index.ts';

const inOrder = (...gates: readonly Gate[]): void => {
  expect(gates.toSorted((a, b) => gateOrder(a) - gateOrder(b))).to.deep.equal(gates);
};

describe('the gates', () => {
  it('stand in the documented order from the hours on', () => {
    inOrder('login-hours', 'mfa', 'ip', 'security-token');
  });

  it('have the refresh token, which names its user, before the user', () => {
    inOrder('refresh-token', 'user', 'user-state', 'login-hours');
  });

  it('are one list: as the glossary has it, and the --json of both commands', () => {
    const glossary = readFileSync('docs/glossary.md', 'utf8')
      .split('\n')
      .filter((line) => line.includes(' · '))
      .map((line) => line.split(' · ').map((name) => name.toLowerCase().replaceAll(' ', '-')));
    expect(glossary).to.deep.equal([gates]);
    for (const command of ['auth-doctor', 'auth-connectedapp-check']) {
      const schema = JSON.parse(readFileSync(`schemas/${command}.json`, 'utf8')) as {
        readonly definitions: { readonly Gate: { readonly enum: readonly string[] } };
      };
      expect(schema.definitions.Gate.enum, command).to.deep.equal(gates);
    }
  });
});
