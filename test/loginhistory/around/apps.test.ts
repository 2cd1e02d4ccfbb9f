import { expect } from 'chai';
import { lookAt, withOrg } from '../support/org.ts';
import { hour } from '../support/pieces.ts';

const nothing = (): void => undefined;

describe('loginhistory: the app that is asked for', () => {
  it('finds an app by its developer name, consumer key or id too, and says what the org calls it', () =>
    withOrg('user-frozen', {}, nothing, async (started) => {
      const { app } = started.stage;
      for (const asked of [app.developerName, app.consumerKey, app.id]) {
        const { totals, appsNamed } = await lookAt(started, { filters: { apps: [asked] } });
        expect(appsNamed, asked).to.deep.equal([{ asked, state: 'found', label: app.name }]);
        expect(totals.failures, asked).to.equal(1);
      }
      const byLabel = await lookAt(started, { filters: { apps: [app.name.toUpperCase()] } });
      expect(byLabel.totals.failures).to.equal(1);
      expect(byLabel).not.to.have.property('appsNamed');
    }));

  it('says that the org knows no such app, and calls that no peace', () =>
    withOrg('user-frozen', {}, nothing, async (started) => {
      const result = await lookAt(started, { filters: { apps: ['Nobody'] }, threshold: { limit: 5, windowMs: hour } });
      expect(result.appsNamed).to.deep.equal([{ asked: 'Nobody', state: 'none' }]);
      expect(result.outcome).to.equal('inconclusive');
    }));

  it('says that it cannot see whether the org knows an app', () =>
    withOrg('user-frozen', { deny: ['ViewSetup'] }, nothing, async (started) => {
      const { appsNamed } = await lookAt(started, { filters: { apps: ['Nobody'] } });
      expect(appsNamed).to.deep.equal([
        { asked: 'Nobody', state: 'unseen', permission: 'View Setup and Configuration' },
      ]);
    }));
});
