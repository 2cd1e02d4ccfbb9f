import { Connection as NodeConnection } from '@jsforce/jsforce-node';
import { expect } from 'chai';
import { Connection } from 'jsforce';
import { addLoginRows } from '../../../simulator/index.ts';
import { noon, openDesk } from './support.ts';
import type { Desk } from './support.ts';

/** Two builds of one client: they share their types. */
const clients = { jsforce: Connection, '@jsforce/jsforce-node': NodeConnection as unknown as typeof Connection };

for (const [name, Client] of Object.entries(clients)) {
  describe(`${name} as a client`, () => {
    let desk: Desk;
    let connection: Connection;
    before(async () => {
      desk = await openDesk();
      addLoginRows(desk.org, 4500, noon);
      connection = new Client({
        instanceUrl: desk.sim.urls.myDomain,
        accessToken: desk.session.token,
        version: '64.0',
      });
    });
    after(() => desk.close());

    it('queries, page after page', async () => {
      const { totalSize } = await connection.query('SELECT COUNT() FROM LoginHistory');
      const rows = await connection.query('SELECT Id, Status FROM LoginHistory', { autoFetch: true, maxFetch: 10_000 });
      expect(rows.records.length).to.equal(totalSize).and.above(4500);
      expect(new Set(rows.records.map(({ Id }) => Id)).size).to.equal(totalSize);
    });

    it('reads metadata: one name, several names, one that is not there', async () => {
      const settings = await connection.metadata.read('SecuritySettings', 'Security');
      expect(settings).to.include({ fullName: 'Security' });
      const apps = await connection.metadata.read('ConnectedApp', ['Marketing_Sync', 'Nope']);
      expect(apps.map(({ fullName }) => fullName)).to.deep.equal(['Marketing_Sync', undefined]);
    });

    it('lists and describes metadata', async () => {
      const { metadataObjects } = await connection.metadata.describe('64.0');
      expect(metadataObjects.map(({ xmlName }) => xmlName)).to.include.members(['ConnectedApp', 'Profile']);
      const [app] = await connection.metadata.list({ type: 'ConnectedApp' }, '64.0');
      expect(app).to.include({ fullName: 'Marketing_Sync', type: 'ConnectedApp' });
    });

    it('asks Tooling, describes, sees its limits and why it is refused', async () => {
      const tooling = await connection.tooling.query('SELECT Metadata FROM OauthOidcSettings');
      expect(tooling.records[0]).to.have.nested.property('Metadata.blockOAuthUnPwFlow', false);
      const { fields } = await connection.describe('LoginHistory');
      expect(fields.find((field) => field.name === 'Status')).to.include({ filterable: false, groupable: true });
      expect(connection.limitInfo.apiUsage).to.include({ limit: 100_000 });
      const error: unknown = await connection.query("SELECT Id FROM LoginHistory WHERE Status = 'x'").then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).to.include({ errorCode: 'INVALID_FIELD' });
    });
  });
}
