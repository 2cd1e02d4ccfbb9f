import { expect } from 'chai';
import type { AppOauth, Facts } from '../../src/model/index.ts';
import type { Wanted } from '../../src/gates/index.ts';
import { healthy } from '../support/healthy.ts';
import { without } from '../support/without.ts';
import { app, but, grant, oauth, stateOf } from './support/but.ts';
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

  it('an app that was only authorised is there for who approved it or may approve it, and closed for others', () => {
    const tokens = { total: 12, notInstalled: 12, neverUsed: 3 };
    const facts = { ...absent, appTokens: tokens, grants: [] };
    const by = [{ via: 'profile', name: 'Admin' }] as const;
    const others = walked(but('web', { facts }));
    expect(gateOf(others, 'app').closedBy[0]?.cause).to.equal('app-not-installed');
    expect(others.app.origin).to.equal('only-authorised');
    expect(stateOf('web', { facts: { ...facts, approveUninstalled: by } }, 'app')).to.equal('not-seen');
    expect(looks(walked(but('web', { facts: { ...facts, approveUninstalled: by } })), 'app').installed).to.equal(
      'open',
    );
    expect(
      looks(walked(but('web', { facts: { ...facts, grants: [grant('2026-01-01T00:00:00Z')] } })), 'app').installed,
    ).to.equal('open');
    // The device flow takes no earlier approval.
    expect(stateOf('device', { facts: { ...facts, grants: [grant('2026-01-01T00:00:00Z')] } }, 'app')).to.equal(
      'closed',
    );
  });

  it('a key that this org does not list may be an app of another org', () => {
    const key = '3MVG9.healthy.key';
    const integration = { ...healthy.integration, app: key, consumerKey: key };
    const facts = { ...absent, integration };
    expect(stateOf('jwt', { facts, hide: 'keyProbe' }, 'app')).to.equal('not-seen');
    expect(textsOf(walked(but('jwt', { facts })), 'app')).to.include('it is an app of another org');
    const unknownKey = { ...facts, keyProbe: { host: 'acme.my.salesforce.com', answer: 'unknown' as const } };
    expect(stateOf('jwt', { facts: unknownKey }, 'app')).to.equal('closed');
  });

  it('what no look can tell of a blocked connected app is not seen, with a place to look by hand', () => {
    const facts = { ...app({ createdAt: '2020-01-01T00:00:00Z' }), loginRows: [] };
    const check = walked(but('jwt', { facts }));
    expect(looks(check, 'app').blocked).to.equal('not-seen');
    expect(textsOf(check, 'app')).to.include('Connected Apps OAuth Usage');
    expect(check.outcome).to.equal('inconclusive');
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

  it('a fresh change passes by itself where the host does not know the key yet', () => {
    const keyProbe = { host: 'acme.my.salesforce.com', answer: 'unknown' as const };
    const check = walked(but('jwt', { facts: { ...fresh, keyProbe } }));
    expect(check.outcome).to.equal('transient');
    expect(textsOf(check, 'propagated')).to.include('10 minutes ago');
  });

  it('a change is fresh for half an hour, and no minute longer', () => {
    const keyProbe = { host: 'acme.my.salesforce.com', answer: 'unknown' as const };
    const changed = (changedAt: string) => walked(but('jwt', { facts: { ...app({ changedAt }), keyProbe } })).outcome;
    expect(changed('2026-11-23T01:30:00Z')).to.equal('transient');
    expect(changed('2026-11-23T01:29:00Z')).to.equal('cause-found');
  });

  it('is not seen where the change is fresh and nobody asked the host', () => {
    expect(stateOf('jwt', { facts: fresh, hide: 'keyProbe' }, 'propagated')).to.equal('not-seen');
    expect(stateOf('jwt', { hide: 'keyProbe' }, 'propagated')).to.equal('open');
  });

  it('a host that does not know an old app is no propagation', () => {
    const keyProbe = { host: 'acme.my.salesforce.com', answer: 'unknown' as const };
    expect(walked(but('jwt', { facts: { keyProbe } })).outcome).to.equal('cause-found');
  });
});

describe('gate flow', () => {
  it('of an app that was installed, what its maker set is not seen, and says why', () => {
    const check = walked(but('jwt', { hide: 'appOauth' }));
    expect(gateOf(check, 'flow').state).to.equal('not-seen');
  });

  it('no certificate came back from an external client app: no proof', () => {
    const facts = { appOauth: without(openCase('jwt').facts.appOauth!, 'certificate') as AppOauth };
    const check = walked(but('jwt', { facts, kind: 'external-client-app' }));
    expect(gateOf(check, 'flow').state).to.equal('not-seen');
    expect(gateOf(check, 'certificate').state).to.equal('not-seen');
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

  it('nobody said the flow: what hangs on it is not seen, the rest is', () => {
    const integration = without(healthy.integration, 'flow') as Facts['integration'];
    const check = walked(but('jwt', { facts: { integration } }));
    expect(gateOf(check, 'certificate').blindSpots[0]?.cure).to.equal('--flow');
    expect(gateOf(check, 'app').state).to.equal('open');
    expect(gateOf(check, 'user-state').state).to.equal('open');
    expect(check.outcome).to.equal('inconclusive');
  });
});

describe('gate client-authentication', () => {
  it('shows the rules, and judges them only where it is known what the client sends', () => {
    const strict = oauth({ pkceRequired: true, secretOptional: false });
    const shown = walked(but('web', { facts: strict }));
    expect(gateOf(shown, 'client-authentication').state).to.equal('open');
    expect(textsOf(shown, 'client-authentication')).to.include('secret').and.to.include('PKCE');
    const judged = (clientSends: Wanted['clientSends']) =>
      looks(walked(but('web', { facts: strict, wanted: { clientSends: clientSends! } })), 'client-authentication');
    expect(judged(['secret'])).to.deep.equal({ secret: 'open', pkce: 'closed' });
    expect(judged(['pkce'])).to.deep.equal({ secret: 'closed', pkce: 'open' });
    expect(judged(['secret', 'pkce'])).to.deep.equal({ secret: 'open', pkce: 'open' });
  });

  it('the org may require PKCE of every app', () => {
    const oauthSettings = { passwordFlowBlocked: false, userAgentFlowBlocked: false, pkceRequired: true };
    const check = walked(but('web', { facts: { oauthSettings }, wanted: { clientSends: ['secret'] } }));
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
