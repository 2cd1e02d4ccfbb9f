import { expect } from 'chai';
import { rowAndColumn, windowAround } from '../../../../simulator/data/soql/window.ts';

const pad = (length: number): string => `${'x'.repeat(length - 1)} `;

describe('the window of a refused query', () => {
  it('is the whole query where that is short', () => {
    expect(windowAround('SELECT Bacon__c FROM Account LIMIT 2', 7)).to.deep.equal({
      text: 'SELECT Bacon__c FROM Account LIMIT 2',
      caret: 7,
    });
  });

  it('is cut as in three recorded refusals', () => {
    expect(windowAround('SELECT Id,Name,BillingCity,IsDeleted FROM Accout', 42)).to.deep.equal({
      text: 'Name,BillingCity,IsDeleted FROM Accout',
      caret: 32,
    });
    const unfilterable = `${pad(253)}FROM ActivityFieldHistory WHERE SystemModstamp >= 2017-01-01T00:00:00Z ORDER BY Id`;
    expect(windowAround(unfilterable, 285)).to.deep.equal({
      text: 'FROM ActivityFieldHistory WHERE SystemModstamp >= 2017-01-01T00:00:00Z',
      caret: 32,
    });
    const unexpected = `${pad(42)}LastModifiedById, LastModifiedDate, From Account `;
    expect(windowAround(unexpected, 77)).to.deep.equal({
      text: 'LastModifiedById, LastModifiedDate, From Account ',
      caret: 35,
    });
  });

  it('counts rows and columns from one', () => {
    expect(rowAndColumn('SELECT Id', 7)).to.deep.equal({ row: 1, column: 8 });
    expect(rowAndColumn('SELECT Id\nFROM Nope', 15)).to.deep.equal({ row: 2, column: 6 });
  });
});
