import { expect } from 'chai';
import { columnsOf } from '../../../simulator/data/rest/columns.ts';

const names = (text: string): unknown =>
  (
    columnsOf(text) as { columnMetadata: Array<{ columnName: string; joinColumns: Array<{ columnName: string }> }> }
  ).columnMetadata.map(({ columnName, joinColumns }) => [columnName, ...joinColumns.map((one) => one.columnName)]);

describe('columns=true', () => {
  it('names the columns of a query, parents and children as columns in a column', () => {
    expect(names('SELECT Id, Profile.Name, (SELECT Id, LastName FROM Users) FROM Account')).to.deep.equal([
      ['Id'],
      ['Profile', 'Name'],
      ['Users', 'Id', 'LastName'],
    ]);
  });

  it('names an aggregate by its alias', () => {
    expect(names('SELECT Status, COUNT(Id) n FROM LoginHistory GROUP BY Status')).to.deep.equal([['Status'], ['n']]);
  });
});
