import { expect } from 'chai';
import { addLoginRow } from '../../../simulator/index.ts';
import { noon, openDesk } from './support.ts';
import type { Desk } from './support.ts';

const fieldHint =
  " If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";

const typeHint =
  " If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.";

/** The context block, for a query short enough to be shown whole. */
const at = (query: string, word: string): string => {
  const place = query.indexOf(word);
  return `\n${query}\n${' '.repeat(place)}^\nERROR at Row:1:Column:${place + 1}\n`;
};

describe('refused queries', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk.close());

  /** Query, code, the word that the caret points to (none: no context), text behind the context. */
  const cases: ReadonlyArray<readonly [query: string, code: string, word: string | undefined, text: string]> = [
    ['SELECT Nope FROM User', 'INVALID_FIELD', 'Nope', `No such column 'Nope' on entity 'User'.${fieldHint}`],
    [
      'SELECT Id, Profile.X FROM User',
      'INVALID_FIELD',
      'Profile.X',
      `No such column 'X' on entity 'Profile'.${fieldHint}`,
    ],
    [
      "SELECT Id FROM User WHERE Nope = 'Nope'",
      'INVALID_FIELD',
      'Nope',
      `No such column 'Nope' on entity 'User'.${fieldHint}`,
    ],
    ['SELECT Id, Id FROM User', 'INVALID_FIELD', undefined, 'duplicate field selected: Id'],
    ['SELECT Name, COUNT(Id) FROM User', 'MALFORMED_QUERY', 'Name', 'Field must be grouped or aggregated: Name'],
    [
      'SELECT COUNT(Action) FROM SetupAuditTrail',
      'MALFORMED_QUERY',
      'Action',
      'field Action does not support aggregate operator COUNT',
    ],
    [
      'SELECT COUNT(Id) FROM User LIMIT 5',
      'MALFORMED_QUERY',
      undefined,
      'Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
    ],
    ['SELECT Id FROM User OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE', undefined, 'Maximum SOQL offset allowed is 2000'],
    [
      'SELECT FIELDS(ALL) FROM User',
      'MALFORMED_QUERY',
      undefined,
      'The SOQL FIELDS function must have a LIMIT of at most 200',
    ],
    [
      "SELECT Id FROM User WHERE IsActive = 'true'",
      'INVALID_FIELD',
      'IsActive',
      "value of filter criterion for field 'IsActive' must be of type boolean and should not be enclosed in quotes",
    ],
    ['SELECT Id FROM LoginEvent', 'INVALID_TYPE', undefined, "sObject type 'LoginEvent' is not supported."],
    [
      'SELECT Id FROM ConnectedApp',
      'INVALID_TYPE',
      'ConnectedApp',
      `sObject type 'ConnectedApp' is not supported.${typeHint}`,
    ],
    [
      "SELECT Id FROM LoginHistory WHERE SourceIp = ''",
      'INVALID_FIELD',
      'SourceIp',
      "field 'SourceIp' can not be filtered in a query call",
    ],
  ];
  for (const [query, code, word, text] of cases) {
    it(query, async () => {
      expect(await desk.refused(query)).to.deep.equal({
        message: `${word === undefined ? '' : at(query, word)}${text}`,
        errorCode: code,
      });
    });
  }

  it('the caret finds the right one of several SELECTs', async () => {
    const query = "SELECT Name FROM User WHERE Id IN (SELECT UserId FROM LoginHistory WHERE Status = 'x')";
    const { message } = await desk.refused(query);
    expect(message).to.include(`ERROR at Row:1:Column:${query.indexOf('Status') + 1}\n`);
  });

  it('SourceIp, where the world says that it may be filtered, but never by LIKE', async () => {
    desk.sim.world.switches.sourceIpFilterable = true;
    expect((await desk.query("SELECT Id FROM LoginHistory WHERE SourceIp = '203.0.113.7' LIMIT 1")).totalSize).to.equal(
      1,
    );
    expect(await desk.refused("SELECT Id FROM LoginHistory WHERE SourceIp LIKE '203.%'")).to.include({
      errorCode: 'INVALID_QUERY_FILTER_OPERATOR',
    });
    desk.sim.world.switches.sourceIpFilterable = false;
  });

  it('LoginHistory on Tooling, in short', async () => {
    expect(await desk.refused('SELECT Id FROM LoginHistory', 'tooling/query')).to.deep.equal({
      message: "sObject type 'LoginHistory' is not supported.",
      errorCode: 'INVALID_TYPE',
    });
  });

  it('Metadata and FullName of more than one row', async () => {
    expect(await desk.refused('SELECT Id, Metadata FROM Profile', 'tooling/query')).to.deep.equal({
      message:
        'When retrieving results with Metadata or FullName fields, the query qualifications must specify no more than one row for retrieval. Result size: 2',
      errorCode: 'MALFORMED_QUERY',
    });
  });

  it('more than 2,000 groups, but not with a LIMIT', async () => {
    for (let n = 0; n < 2001; n += 1)
      addLoginRow(desk.org, { at: noon - n * 1000, userId: desk.admin.id, status: `Status ${n}` });
    const query = 'SELECT Status, COUNT(Id) FROM LoginHistory GROUP BY Status';
    expect(await desk.refused(query)).to.deep.equal({
      message: 'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
      errorCode: 'EXCEEDED_ID_LIMIT',
    });
    expect((await desk.query(`${query} LIMIT 2000`)).totalSize).to.equal(2000);
  });

  it('columns and objects of a later API version', async () => {
    const at45 = async (soql: string): Promise<number> =>
      (await desk.get(`/services/data/v45.0/query?q=${encodeURIComponent(soql)}`)).status;
    expect(await at45('SELECT LoginSubType FROM LoginHistory')).to.equal(200);
    expect(await at45('SELECT ForwardedForIp FROM LoginHistory')).to.equal(400);
    expect(await at45('SELECT Id FROM ExternalClientApplication')).to.equal(400);
  });
});
