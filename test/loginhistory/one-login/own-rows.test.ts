import { expect } from 'chai';
import { ownRows } from '../../../src/loginhistory/one-login/index.ts';
import type { Integration, LoginRow } from '../../../src/model/index.ts';
import { row } from '../../support/standing.ts';
import { without } from '../../support/without.ts';

const machine = row('2026-11-23T04:00:00Z', { application: 'Billing' });
const atLoginPage = row('2026-11-23T03:00:00Z', { application: 'N/A', loginType: 'Application' });
const inBrowser = row('2026-11-23T02:00:00Z', { application: 'Browser' });
const all = [machine, atLoginPage, inBrowser];

const own = (integration: Partial<Integration>, rows: readonly LoginRow[] = all): readonly LoginRow[] =>
  ownRows(rows, { sourceIps: [], ...integration });

describe('the rows of an integration', () => {
  it('are not those of a person at the login page or in a browser, unless there is nothing else', () => {
    expect(own({})).to.deep.equal([machine]);
    expect(ownRows(all, undefined)).to.deep.equal([machine]);
    expect(own({}, [atLoginPage, inBrowser])).to.deep.equal([atLoginPage, inBrowser]);
  });

  it('may be such where its app or its flow is known', () => {
    expect(own({ flow: 'web' })).to.deep.equal(all);
    expect(own({ app: 'browser' })).to.deep.equal([inBrowser]);
    expect(own({ app: 'Billing_Sync' }), 'no row shows that name').to.deep.equal(all);
  });

  it('are those of its label alone where the org told it, but for login(), which goes through no app', () => {
    expect(own({ appLabel: 'Billing' })).to.deep.equal([machine]);
    expect(own({ appLabel: 'Other' })).to.deep.equal([]);
    const untold = without(machine, 'application');
    expect(own({ appLabel: 'Other' }, [untold]), 'of any app').to.deep.equal([untold]);
    expect(own({ app: 'Billing' }, [untold, ...all])).to.deep.equal([untold, machine]);
    expect(own({ appLabel: 'Other', flow: 'soap-login' })).to.deep.equal(all);
  });
});
