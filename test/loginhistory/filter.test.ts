import { expect } from 'chai';
import { filterBy, filteredBy } from '../../src/loginhistory/filter.ts';
import type { FailureFilters } from '../../src/model/index.ts';
import { monday, row } from './support/pieces.ts';

const none: FailureFilters = { usernames: [], apps: [], sourceIps: [], loginTypes: [], statuses: [] };
const names: Readonly<Record<string, string>> = { '005Hn0000000001': 'ada@acme.com' };
const keeps = (filters: Partial<FailureFilters>, given: Parameters<typeof row>[1]): boolean =>
  filterBy({ ...none, ...filters }, (user) => names[user] ?? user)(row(monday, given));

describe('loginhistory: filters', () => {
  it('none keeps all', () => {
    expect(keeps({}, {})).to.equal(true);
  });

  it('a user by name in any case, where the rows have the id or the name', () => {
    expect(keeps({ usernames: ['ADA@acme.com'] }, { user: '005Hn0000000001' })).to.equal(true);
    expect(keeps({ usernames: ['ada@acme.com'] }, { user: 'Ada@acme.com' })).to.equal(true);
    expect(keeps({ usernames: ['ada@acme.com'] }, { user: 'bob@acme.com' })).to.equal(false);
  });

  it('any of several', () => {
    expect(keeps({ apps: ['ETL', 'marketing sync'] }, {})).to.equal(true);
    expect(keeps({ apps: ['ETL'] }, {})).to.equal(false);
  });

  it('an address, or a range of either family', () => {
    expect(keeps({ sourceIps: ['203.0.113.0/24'] }, {})).to.equal(true);
    expect(keeps({ sourceIps: ['203.0.113.7'] }, {})).to.equal(true);
    expect(keeps({ sourceIps: ['203.0.113.7'] }, { sourceIp: '::ffff:203.0.113.7' })).to.equal(true);
    expect(keeps({ sourceIps: ['2001:db8::/32'] }, { sourceIp: '2001:db8::7' })).to.equal(true);
    expect(keeps({ sourceIps: ['2001:db8::/32'] }, {})).to.equal(false);
    expect(keeps({ sourceIps: ['203.0.113.0/24'] }, { sourceIp: 'Salesforce.com IP' })).to.equal(false);
  });

  it('a status by its text or its code, whichever the rows have', () => {
    expect(keeps({ statuses: ['invalid password'] }, { status: 'LOGIN_ERROR_INVALID_PASSWORD' })).to.equal(true);
    expect(keeps({ statuses: ['LOGIN_OAUTH_INVALID_IP'] }, { status: 'Failed: IP Address Not Allowed' })).to.equal(
      true,
    );
    expect(keeps({ statuses: ['Never seen'] }, { status: 'Failed: never seen' })).to.equal(true);
    expect(keeps({ statuses: ['Invalid Password'] }, { status: 'User Is Frozen' })).to.equal(false);
  });

  it('successes have no status to filter by', () => {
    expect(keeps({ statuses: ['Invalid Password'] }, { status: 'Success' })).to.equal(true);
    expect(keeps({ statuses: ['Invalid Password'], apps: ['ETL'] }, { status: 'Success' })).to.equal(false);
  });

  it('names the dimensions that must be told', () => {
    expect(filteredBy(none)).to.deep.equal([]);
    expect(filteredBy({ ...none, apps: ['x'], sourceIps: ['203.0.113.7'] })).to.deep.equal(['application', 'sourceIp']);
  });
});
