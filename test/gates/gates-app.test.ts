import { expect } from 'chai';
import type { AppOauth, Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { without } from '../support/without.ts';
import { app, but, oauth, stateOf } from './support/but.ts';
import { openCase } from './support/closers.ts';
import { gateOf, looks, textsOf, walked } from './support/walked.ts';

describe('gate app', () => {
  const absent: Partial<Facts> = { app: undefined };

  it('an app that nobody knows is closed, and near names are offered', () => {
    const integration = {
      ...(without(healthy.integration, 'consumerKey') as Facts['integration']),
      app: 'Marketing Snyc',
    };
    const check = walked(but('jwt', { facts: { ...absent, integration }, hide: 'keyProbe' }));
    expect(gateOf(check, 'app').closedBy[0]?.cause).to.equal('app-not-found-or-propagating');
    expect(textsOf(check, 'app')).to.include('Did you mean "Marketing Sync"');
    expect(check.app).to.deep.include({ origin: 'not-here', near: ['Marketing Sync'] });
  });

  it('an app that was used after it was blocked is not blocked', () => {
    const facts = { appState: { blockedAt: '2026-11-20T00:00:00Z', trailFrom: '2026-05-27T02:00:00Z' } };
    expect(stateOf('jwt', { facts }, 'app')).to.equal('open');
  });

  it('the consumer key given is compared with that of the app', () => {
    const integration = { ...healthy.integration, consumerKey: '3MVG9.other' };
    expect(gateOf(walked(but('jwt', { facts: { integration } })), 'app').closedBy[0]?.cause).to.equal(
      'app-wrong-consumer-key',
    );
  });
});

describe('gate propagated', () => {
  const fresh = app({ changedAt: '2026-11-23T01:50:00Z' });

  it('is not seen where the change is fresh and nobody asked the host', () => {
    expect(stateOf('jwt', { facts: fresh, hide: 'keyProbe' }, 'propagated')).to.equal('not-seen');
    expect(stateOf('jwt', { hide: 'keyProbe' }, 'propagated')).to.equal('open');
  });
});

describe('gate flow', () => {
  it('of an app that was installed, what its maker set is not seen, and says why', () => {
    const check = walked(but('jwt', { hide: 'appOauth' }));
    expect(gateOf(check, 'flow').state).to.equal('not-seen');
  });

  it('nobody tells whether SOAP login() is on, but that it went well', () => {
    const { username = '', sourceIps } = healthy.integration;
    const integration = { username, sourceIps, flow: 'soap-login' } as const;
    const anyApiAuth = [{ via: 'profile', name: 'Integration' }] as const;
    const [row] = openCase('jwt').facts.loginRows ?? [];
    const look = (loginSubType: string, at = '2026-11-22T02:00:00.000Z') => {
      const loginRows = [{ ...row!, at, loginSubType }];
      return gateOf(walked(but('soap-login', { facts: { integration, loginRows, anyApiAuth } })), 'flow');
    };
    expect(look('OauthRefreshToken').state).to.equal('not-seen');
    expect(
      look('OauthRefreshToken')
        .signs.map(({ text }) => text)
        .join(),
    ).to.include('Look in Setup, User Interface');
    expect(look('SoapApi').state).to.equal('open');
    expect(look('SoapApi', '2026-11-22T01:59:59.000Z').state).to.equal('not-seen');
  });

  it('an external client app knows no password flow', () => {
    expect(gateOf(walked(but('password', { kind: 'external-client-app' })), 'flow').closedBy[0]?.cause).to.equal(
      'flow-not-enabled',
    );
  });

  it('the end of the password flow is told with its date', () => {
    const check = walked(openCase('password'));
    expect(check.warnings[0]).to.include({ on: '2027-02-20T00:00:00Z', kind: 'later', cause: 'flow-blocked-org-wide' });
  });

  it('that the day of a retirement has come closes nothing: Salesforce put it off before', () => {
    const past = (passwordFlowBlocked: boolean) =>
      stateOf(
        'password',
        {
          facts: {
            now: '2027-03-01T00:00:00Z',
            oauthSettings: { passwordFlowBlocked, userAgentFlowBlocked: false, pkceRequired: false },
          },
        },
        'flow',
      );
    expect(past(false)).to.equal('not-seen');
    expect(past(true)).to.equal('closed');
  });

  it('an app without OAuth lets nobody in', () => {
    expect(stateOf('web', { facts: { appOauth: undefined } }, 'flow')).to.equal('closed');
    expect(stateOf('jwt', { facts: { appOauth: undefined } }, 'flow')).to.equal('closed');
  });
});

describe('gate client-authentication', () => {
  it('the org may require PKCE of every app', () => {
    const oauthSettings = { passwordFlowBlocked: false, userAgentFlowBlocked: false, pkceRequired: true };
    const check = walked(but('web', { facts: { oauthSettings }, wanted: { sends: ['secret'] } }));
    expect(gateOf(check, 'client-authentication').closedBy[0]?.cause).to.equal('pkce-required-or-bad-verifier');
  });
});

describe('gate callback-url', () => {
  it('compares the one given letter by letter', () => {
    const look = (callbackUrl: string) => stateOf('web', { wanted: { callbackUrl } }, 'callback-url');
    expect(look('https://sync.example/callback')).to.equal('open');
    expect(look('https://sync.example/callback/')).to.equal('closed');
  });
});

describe('gate certificate', () => {
  const ending = (notAfter: string) =>
    oauth({ certificate: { ...openCase('jwt').facts.appOauth!.certificate!, notAfter } });

  it('expired, soon, valid: by the days that were asked for', () => {
    expect(
      gateOf(walked(but('jwt', { facts: ending('2026-11-22T00:00:00Z') })), 'certificate').closedBy[0]?.cause,
    ).to.equal('jwt-cert-expired');
    const soon = ending('2026-12-13T02:00:00Z');
    const warned = walked(but('jwt', { facts: soon }));
    expect(warned.warnings).to.have.lengthOf(1);
    expect(warned.warnings[0]).to.include({
      gate: 'certificate',
      kind: 'later',
      on: '2026-12-13T02:00:00Z',
      cause: 'jwt-cert-expired',
    });
    expect(walked(but('jwt', { facts: soon, wanted: { certWarnDays: 7 } })).warnings).to.deep.equal([]);
    expect(warned.outcome).to.equal('healthy');
  });

  it('a private key that does not pair, and one that nobody gave', () => {
    const keyFile = { state: 'usable', path: 'other.key', spki: 'bb22', bits: 2048 } as const;
    expect(gateOf(walked(but('jwt', { facts: { keyFile } })), 'certificate').closedBy[0]?.cause).to.equal(
      'jwt-wrong-key-or-cert',
    );
    const none = walked(but('jwt', { hide: 'keyFile' }));
    expect(gateOf(none, 'certificate').state).to.equal('not-seen');
  });

  it('says how long the certificate is good, its kind and size', () => {
    const text = textsOf(walked(but('jwt', {})), 'certificate');
    expect(text).to.include('good until 2028-01-01T00:00:00Z, for 403 days').and.to.include('RSA key of 2048 bits');
  });

  it('is not seen where an external client app told of no certificate, and no flow without one is open', () => {
    const facts = { appOauth: without(openCase('jwt').facts.appOauth!, 'certificate') as AppOauth };
    const external = walked(but('jwt', { facts, kind: 'external-client-app' }));
    expect(gateOf(external, 'flow').state).to.equal('not-seen');
    expect(gateOf(external, 'certificate').state).to.equal('not-seen');
    expect(stateOf('jwt', { facts }, 'flow')).to.equal('closed');
  });

  it('algorithm and size', () => {
    const certificate = openCase('jwt').facts.appOauth!.certificate!;
    const kind = (over: object): string =>
      looks(walked(but('jwt', { facts: oauth({ certificate: { ...certificate, ...over } }) })), 'certificate').kind!;
    expect(kind({ keyType: 'ec' })).to.equal('closed');
    expect(kind({ bits: 1024 })).to.equal('open');
    const small = walked(but('jwt', { facts: oauth({ certificate: { ...certificate, bits: 1024 } }) }));
    expect(small.warnings.map(({ check, kind: how }) => [check, how])).to.deep.equal([['kind', 'note']]);
  });
});
