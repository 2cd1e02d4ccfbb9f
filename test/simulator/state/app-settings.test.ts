import { expect } from 'chai';
import { createClock, createWorld } from '../../../simulator/index.ts';
import type { App, Org } from '../../../simulator/index.ts';
import * as admin from '../../../simulator/state/admin.ts';

const at = Date.UTC(2026, 10, 18, 20);

describe('simulator: settings of an app, and of the org', () => {
  let org: Org;
  let app: App;
  let act: admin.Act;
  beforeEach(() => {
    const world = createWorld(createClock({ at, standing: true }));
    org = world.orgs[0]!;
    app = org.apps[0]!;
    act = { org, byUserId: world.integration.adminId, at };
  });

  const written = (): string[] =>
    org.auditRows
      .filter((row) => row.at === at)
      .map(({ action, section, display }) => `${action} | ${section} | ${display}`);

  it('requires the secret for a refresh', () => {
    app.secretRequiredForRefresh = false;
    admin.requireSecretForRefresh(act, app, true);
    expect(app).to.include({ secretRequiredForRefresh: true, changedAt: at });
    expect(written()).to.deep.equal([
      "changeApplicationSecretRequiredForRefreshToken | Application | Changed the connected app's Require Secret for Refresh Token Flow setting from false to true",
    ]);
  });

  it('requires a proof key', () => {
    admin.requirePkce(act, app, true);
    expect(app.pkceRequired).to.equal(true);
    expect(written()).to.deep.equal([
      'changeApplicationPkceRequired | Application | Changed the Marketing Sync connected app setting Require Proof Key for Code Exchange (PKCE) Extension for Supported Authorization Flows from false to true',
    ]);
  });

  it('changes callback URLs', () => {
    admin.changeCallbackUrls(act, app, ['https://a.example/cb']);
    expect(app.callbackUrls).to.deep.equal(['https://a.example/cb']);
    expect(written()).to.deep.equal([
      'changeApplicationCallbackUrl | Application | Changed Connected App Callback URL from http://localhost:1717/OauthRedirect to https://a.example/cb',
    ]);
  });

  it('writes nothing of an external client app, nor of SOAP login()', () => {
    app.kind = 'external-client-app';
    admin.requirePkce(act, app, true);
    admin.setSoapLogin(act, false);
    expect(org.settings.soapLoginEnabled).to.equal(false);
    expect(written()).to.deep.equal([]);
  });
});
