import { expect } from 'chai';
import { nearNames, nearUsers } from '../../src/clues/near.ts';
import type { NearUser } from '../../src/model/index.ts';

const names = ['Marketing Sync', 'Marketing_Sync', 'Data Loader', 'Billing', 'Marketing Sync (UAT)'];

describe('near names', () => {
  it('a few letters apart, or one inside the other, nearest first', () => {
    expect(nearNames('Marketing Snyc', names)).to.deep.equal(['Marketing Sync']);
    expect(nearNames('marketing sync', names)).to.deep.equal(['Marketing Sync', 'Marketing Sync (UAT)']);
    expect(nearNames('billing service', names)).to.deep.equal(['Billing']);
  });

  it('label and developer name of one app are one name', () => {
    expect(nearNames('marketing_snyc', ['Marketing_Sync', 'Marketing Sync'])).to.deep.equal(['Marketing_Sync']);
  });

  it('nothing where nothing is like it', () => {
    expect(nearNames('Payroll', names)).to.deep.equal([]);
    expect(nearNames('nope', ['ci', 'prod', 'dev', 'full-scope'])).to.deep.equal([]);
    expect(nearNames('ab', ['ci'])).to.deep.equal([]);
  });

  it('five of them, the nearest', () => {
    const alike = ['syncs', 'syncing', 'sync a', 'sync ab', 'sync abc', 'sync abcd'];
    expect(nearNames('sync', alike)).to.deep.equal(['syncs', 'sync a', 'sync ab', 'syncing', 'sync abc']);
  });

  it('of short names too, as far as few letters tell', () => {
    expect(nearNames('prd', ['ci', 'prod'])).to.deep.equal(['prod']);
    expect(nearNames('c1', ['ci', 'prod'])).to.deep.equal(['ci']);
  });
});

describe('near users', () => {
  const user = (username: string, email?: string): NearUser => ({
    username,
    isActive: true,
    ...(email === undefined ? {} : { email }),
  });
  const users = [user('integration.sync@acme.com'), user('ada@acme.com', 'boss@acme.com'), user('bob@acme.com.uat')];
  const near = (given: string): readonly string[] => nearUsers(given, users).map(({ username }) => username);

  it('are those with a slip before the domain, which all of them share', () => {
    expect(near('integration.snyc@acme.com')).to.deep.equal(['integration.sync@acme.com']);
    expect(near('xyz@acme.com')).to.deep.equal([]);
  });

  it('are those whose e-mail address was given, and those of a sandbox', () => {
    expect(near('Boss@acme.com')).to.deep.equal(['ada@acme.com']);
    expect(near('bob@acme.com')).to.deep.equal(['bob@acme.com.uat']);
  });

  it('are three at most', () => {
    const same = ['a', 'b', 'c', 'd'].map((name) => user(`${name}@acme.com`, 'team@acme.com'));
    expect(nearUsers('team@acme.com', same)).to.deep.equal(same.slice(0, 3));
  });
});
