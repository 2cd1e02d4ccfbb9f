import { expect } from 'chai';
import { nearNames } from '../../../src/gates/apps/near.ts';

const names = ['Marketing Sync', 'Marketing_Sync', 'Data Loader', 'Billing', 'Marketing Sync (UAT)'];

describe('near names', () => {
  it('a few letters apart, or one inside the other, nearest first', () => {
    expect(nearNames('Marketing Snyc', names)).to.deep.equal(
      ['Marketing Sync', 'Marketing_Sync', 'Marketing Sync (UAT)'].slice(0, 2),
    );
    expect(nearNames('marketing sync', names).slice(0, 2)).to.deep.equal(['Marketing Sync', 'Marketing_Sync']);
    expect(nearNames('billing service', names)).to.deep.equal(['Billing']);
  });

  it('nothing where nothing is like it', () => {
    expect(nearNames('Payroll', names)).to.deep.equal([]);
  });
});
