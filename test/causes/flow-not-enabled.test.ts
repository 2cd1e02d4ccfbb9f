import { expect } from 'chai';
import flowNotEnabled from '../../src/causes/flow-not-enabled.ts';
import type { ExchangeHandler, Facts, Flow } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, standing, suspecting } from '../support/standing.ts';
import type { Heard } from '../support/standing.ts';
import { without } from '../support/without.ts';

const bare = without(healthy.appOauth!, 'certificate');
const by = (flow: Flow): Partial<Facts> => ({
  integration: { ...healthy.integration, flow },
  app: healthy.app,
  appOauth: healthy.appOauth,
});
const external = { ...healthy.app!, kind: 'external-client-app' } as const;

describe('flow-not-enabled', () => {
  it('is ruled out for JWT by a certificate in the app', () => {
    expect(standing(flowNotEnabled, by('jwt')).standing).to.equal('ruled-out');
  });

  it('says nothing of a flow without a switch, or of a switch that was not seen', () => {
    expect(standing(flowNotEnabled, by('web')).said).to.deep.equal({});
    expect(standing(flowNotEnabled, by('token-exchange')).said).to.deep.equal({});
  });

  describe('token exchange', () => {
    const handler: ExchangeHandler = {
      name: 'IdpTokens',
      isEnabled: true,
      isDefault: true,
      runsAs: { username: 'robot@acme.example', isActive: true },
    };
    const said = (...exchangeHandlers: readonly ExchangeHandler[]) =>
      standing(flowNotEnabled, { ...by('token-exchange'), exchangeHandlers }).said;

    it('is off without a handler that is on', () => {
      expect(said()).to.deep.equal({ 'no-exchange-handler': 'proves' });
      expect(said({ ...handler, isEnabled: false })).to.deep.equal({ 'no-exchange-handler': 'proves' });
    });

    it('may be off where no handler is the default, or one runs as a user who is inactive', () => {
      expect(said({ ...handler, isDefault: false })).to.deep.equal({ 'no-default-handler': 'suggests' });
      const runsAs = { username: 'robot@acme.example', isActive: false };
      expect(said({ ...handler, runsAs })).to.deep.equal({ 'handler-without-user': 'suggests' });
    });

    it('has nothing against it where a handler is on, nor is a handler read in another flow', () => {
      expect(said(handler)).to.deep.equal({});
      expect(standing(flowNotEnabled, { ...by('web'), exchangeHandlers: [] }).said).to.deep.equal({});
    });
  });

  it('is proved by an app without any OAuth settings', () => {
    for (const flow of ['jwt', 'web'] as const)
      expect(standing(flowNotEnabled, { ...by(flow), appOauth: undefined }).standing, flow).to.equal('confirmed');
  });

  it('is proved for JWT by a connected app without a certificate', () => {
    expect(standing(flowNotEnabled, { ...by('jwt'), appOauth: bare }).standing).to.equal('confirmed');
  });

  it('is only suspected for an external client app: its certificate was never seen to come back', () => {
    expect(standing(flowNotEnabled, { ...by('jwt'), app: external, appOauth: bare }).standing).to.equal('suspected');
  });

  it('is proved by a switch that is off, in the settings or in the policies', () => {
    expect(standing(flowNotEnabled, by('client-credentials')).said).to.deep.equal({ switch: 'proves' });
    const app = { ...external, clientCredentials: { enabled: false } };
    const integration = { ...healthy.integration, flow: 'client-credentials' } as const;
    expect(standing(flowNotEnabled, { integration, app }).said).to.deep.equal({ policy: 'proves' });
    // The policy has the last word over the settings.
    const appOauth = { ...healthy.appOauth!, clientCredentialsEnabled: true };
    expect(standing(flowNotEnabled, { integration, app, appOauth }).standing).to.equal('confirmed');
  });

  it('is proved for a password login by an external client app, ruled out by a connected app', () => {
    expect(standing(flowNotEnabled, { ...by('password'), app: external }).standing).to.equal('confirmed');
    expect(standing(flowNotEnabled, by('password')).standing).to.equal('ruled-out');
  });

  it('is not ruled out against a wording that has it alone', () => {
    expect(standing(flowNotEnabled, { ...by('jwt'), refusals: [deciding('flow-not-enabled')] }).standing).to.equal(
      'confirmed',
    );
  });

  it("is proved for the device flow of the CLI's own app, from the day on which it was blocked there", () => {
    const integration = { ...healthy.integration, consumerKey: 'PlatformCLI', flow: 'device' } as const;
    expect(standing(flowNotEnabled, { integration }).said).to.deep.equal({ 'cli-app': 'proves' });
    expect(standing(flowNotEnabled, { integration, now: '2025-08-27T23:59:59Z' }).said).to.deep.equal({});
    expect(standing(flowNotEnabled, { integration: { ...integration, flow: 'web' } }).said).to.deep.equal({});
  });

  it('may come for the device flow of an app that is not local, or has no callback on localhost', () => {
    const integration = { ...healthy.integration, flow: 'device' } as const;
    const appOauth = { ...healthy.appOauth!, deviceFlowEnabled: true };
    const local = { ...external, distribution: 'Local' };
    const on = '2026-11-30T00:00:00Z';
    expect(standing(flowNotEnabled, { integration, app: healthy.app })).to.include({ standing: 'confirmed', on });
    expect(standing(flowNotEnabled, { integration, app: { ...local, distribution: 'Managed' } })).to.include({ on });
    expect(standing(flowNotEnabled, { integration, app: local }).said).to.deep.equal({});
    expect(standing(flowNotEnabled, { integration, app: local, appOauth }).said).to.include({
      'device-callback': 'foretells',
    });
    const callbackUrls = ['http://localhost:1717/OauthRedirect'];
    const near = { integration, app: local, appOauth: { ...appOauth, callbackUrls } };
    expect(standing(flowNotEnabled, near).said).to.deep.equal({ switch: 'rules-out' });
  });

  it('holds for the device flow of such an app since that day, and is only suspected beside a refusal', () => {
    const integration = { ...healthy.integration, flow: 'device' } as const;
    const at = (now: string, facts: Partial<Facts> = {}): Heard =>
      standing(flowNotEnabled, { integration, app: healthy.app, refusals: [], now, ...facts });
    const on = '2026-11-30T00:00:00Z';
    expect(at('2026-11-29T23:59:59Z')).to.include({ standing: 'confirmed', on });
    expect(at(on)).to.deep.include({ standing: 'confirmed', since: on, said: { 'device-app-not-local': 'proves' } });
    expect(at(on, { refusals: [suspecting()] }).said).to.deep.equal({ 'device-app-not-local': 'suggests' });
    const appOauth = { ...healthy.appOauth!, deviceFlowEnabled: true };
    const local = { app: { ...external, distribution: 'Local' }, appOauth };
    expect(at(on, local).said).to.include({ 'device-callback': 'proves' });
    const callbackUrls = ['http://localhost:1717/OauthRedirect'];
    expect(at(on, { ...local, appOauth: { ...appOauth, callbackUrls } }).said).to.deep.equal({ switch: 'rules-out' });
  });
});
