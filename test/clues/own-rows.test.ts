import { expect } from 'chai';
import { newestOwn, wentWellFrom } from '../../src/clues/own-rows.ts';
import { row } from '../support/standing.ts';

const integration = { app: 'Marketing Sync', sourceIps: [] };
const other = row('2026-11-23T01:50:00Z', { application: 'Data Loader', sourceIp: '192.0.2.9' });
const failed = row('2026-11-23T01:40:00Z', { success: false, sourceIp: '192.0.2.1' });
const success = row('2026-11-23T01:00:00Z');

describe('own rows', () => {
  it("are those of the integration's app, newest first", () => {
    expect(newestOwn({ integration, loginRows: [other, failed, success] })).to.equal(failed);
    expect(newestOwn({ integration, loginRows: [] })).to.equal(undefined);
  });

  it('tell from where it went well', () => {
    const seen = { integration, loginRows: [other, failed, success] };
    expect(wentWellFrom('203.0.113.7', seen)).to.equal(true);
    expect(wentWellFrom('192.0.2.1', seen)).to.equal(false);
    expect(wentWellFrom('192.0.2.9', seen)).to.equal(false);
  });
});
