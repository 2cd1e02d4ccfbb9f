import { expect } from 'chai';
import { gateOrder, type Gate } from '../../src/model/index.ts';

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
});
