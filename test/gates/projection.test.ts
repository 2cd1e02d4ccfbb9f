import { expect } from 'chai';
import type { AppCheck, Facts, Flow } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { without } from '../support/without.ts';
import { app, but, from, grant, oauth, stateOf } from './support/but.ts';
import { gateOf, looks, textsOf, walked } from './support/walked.ts';

const absent: Partial<Facts> = { app: undefined };

const by = (flow: Flow, ...sourceIps: readonly string[]): Pick<Facts, 'integration'> => ({
  integration: { ...healthy.integration, flow, sourceIps },
});

const notes = ({ warnings }: AppCheck): readonly string[] =>
  warnings.filter(({ kind }) => kind === 'note').map(({ check }) => check);

describe('a gate as a view of its causes', () => {
  it('is closed by what is confirmed, not seen by what is not decided, open for the rest', () => {
    expect(stateOf('jwt', {}, 'user-state')).to.equal('open');
    expect(
      stateOf('jwt', { facts: { userLogin: { isFrozen: true, isPasswordLocked: false } } }, 'user-state'),
    ).to.equal('closed');
    expect(stateOf('jwt', { hide: 'userLogin' }, 'user-state')).to.equal('not-seen');
    expect(stateOf('jwt', {}, 'security-token')).to.equal('not-applicable');
  });

  it('says by which cause each of its signs speaks', () => {
    const { signs } = gateOf(walked(but('jwt', {})), 'user-state');
    expect(new Set(signs.map(({ cause }) => cause))).to.include.members(['user-frozen', 'user-inactive']);
  });

  it('where nobody said the flow, what hangs on it is not seen, with the flag that would help', () => {
    const integration = without(healthy.integration, 'flow') as Facts['integration'];
    const check = walked(but('jwt', { facts: { integration } }));
    const flow = gateOf(check, 'flow');
    expect(flow.state).to.equal('not-seen');
    expect(flow.blindSpots.map(({ cure }) => cure)).to.include('--flow');
    expect(gateOf(check, 'user-state').state).to.equal('open');
  });

  it('is not seen where a key is in no list and the login host was not asked', () => {
    const key = '3MVG9.another.key';
    const integration = { ...healthy.integration, app: key, consumerKey: key };
    const facts = { ...absent, appOauth: undefined, integration };
    expect(stateOf('jwt', { facts, hide: 'keyProbe' }, 'app')).to.equal('not-seen');
    expect(textsOf(walked(but('jwt', { facts })), 'app')).to.include('it is an app of another org');
  });

  it('knows an app that was only authorised, for who approved it, who may, and who may not', () => {
    const tokens = { total: 12, notInstalled: 12, neverUsed: 3 };
    const facts = { ...absent, appTokens: tokens, grants: [], approveUninstalled: [] };
    const closedBy = (check: AppCheck) => gateOf(check, 'app').closedBy.map(({ cause }) => cause);
    expect(closedBy(walked(but('web', { facts })))).to.deep.equal(['app-not-installed']);
    const may = { ...facts, approveUninstalled: [{ via: 'profile', name: 'Admin' }] as const };
    expect(textsOf(walked(but('web', { facts: may })), 'app')).to.include('by profile Admin');
    const approved = { ...facts, grants: [grant('2026-01-01T00:00:00Z')] };
    expect(closedBy(walked(but('web', { facts: approved })))).to.deep.equal([]);
    // The device flow takes no earlier approval.
    expect(closedBy(walked(but('device', { facts: approved })))).to.deep.equal(['app-not-installed']);
  });

  it('does not say of a connected app that it is not blocked where no trail reaches back', () => {
    const facts = { ...app({ createdAt: '2020-01-01T00:00:00Z' }), loginRows: [] };
    const check = walked(but('jwt', { facts }));
    expect(looks(check, 'app').alive).to.equal('not-seen');
    expect(textsOf(check, 'app')).to.include('Connected Apps OAuth Usage');
    expect(check.outcome).to.equal('inconclusive');
  });

  it('judges what the client sends only where somebody said it', () => {
    const strict = oauth({ pkceRequired: true, secretOptional: false });
    const sending = (...sends: ReadonlyArray<'secret' | 'pkce'>) =>
      gateOf(walked(but('web', { facts: strict, wanted: { sends } })), 'client-authentication');
    expect(stateOf('web', { facts: strict }, 'client-authentication')).to.equal('open');
    expect(textsOf(walked(but('web', { facts: strict })), 'client-authentication'))
      .to.include('secret')
      .and.include('PKCE');
    expect(sending('secret').closedBy.map(({ cause }) => cause)).to.deep.equal(['pkce-required-or-bad-verifier']);
    expect(sending('pkce').closedBy.map(({ cause }) => cause)).to.deep.equal(['app-requires-secret']);
    expect(sending('secret', 'pkce').state).to.equal('open');
  });

  it('counts each address while no failure was shown, and says which ranges would have to be added', () => {
    const facts = {
      ...from('203.0.113.7', '198.51.100.9'),
      loginIpRanges: [{ start: '203.0.113.0', end: '203.0.113.255' }],
    };
    const check = walked(but('jwt', { facts }));
    expect(gateOf(check, 'ip').closedBy.map(({ cause }) => cause)).to.deep.equal(['ip-restricted']);
    expect(check.addresses?.toAdd).to.deep.equal([{ start: '198.51.100.9', end: '198.51.100.9' }]);
  });

  it('holds a refresh to the list of the app itself, and says what that list lacks', () => {
    const facts = {
      ...by('refresh-token', '203.0.113.7'),
      tokenIpRanges: [{ start: '198.51.100.0', end: '198.51.100.255' }],
    };
    const check = walked(but('refresh-token', { facts }));
    expect(gateOf(check, 'ip').state).to.equal('closed');
    expect(check.addresses?.toAddTokenList).to.deep.equal([{ start: '203.0.113.7', end: '203.0.113.7' }]);
  });

  it('tells what is worth knowing: five live grants, rotation, scopes that nothing needs, addresses that are not trusted', () => {
    const grants = Array.from({ length: 5 }, () => grant('2026-11-01T00:00:00Z', '2026-11-22T00:00:00Z'));
    const facts = { grants, ...oauth({ refreshTokenRotation: true, scopes: ['api', 'refreshtoken', 'wave'] }) };
    const check = walked(but('refresh-token', { facts, wanted: { needs: ['api', 'refresh'] } }));
    expect(notes(check)).to.include.members(['live-grants', 'rotates', 'unused']);
    const outside = {
      ...by('password', '198.51.100.9'),
      trustedIpRanges: [{ start: '203.0.113.0', end: '203.0.113.255' }],
    };
    expect(notes(walked(but('password', { facts: outside })))).to.include('token-asked-for');
  });

  it('tells what is missing in the app from what only the flow does not issue', () => {
    const full = walked(but('client-credentials', { facts: oauth({ scopes: ['full'] }) }));
    expect(textsOf(full, 'scopes')).to.include('this flow does not issue it');
    expect(gateOf(full, 'scopes').state).to.equal('closed');
    const anew = walked(but('jwt', { wanted: { needs: ['api', 'refresh'] } }));
    expect(gateOf(anew, 'scopes').state).to.equal('open');
    expect(notes(anew)).to.include('anew');
  });

  it('foretells with its day, and warns of a certificate as early as was asked', () => {
    const early = walked(but('jwt', { wanted: { certWarnDays: 500 } }));
    const plain = walked(but('jwt', {}));
    const later = ({ warnings }: AppCheck) => warnings.filter(({ kind }) => kind === 'later').map(({ cause }) => cause);
    expect(later(early)).to.deep.equal(['jwt-cert-expired']);
    expect(later(plain)).to.deep.equal([]);
    expect(early.outcome).to.equal('healthy');
  });

  it('a change is fresh for half an hour, and no minute longer', () => {
    const keyProbe = { host: 'acme.my.salesforce.com', answer: 'unknown' as const };
    const changed = (changedAt: string) => walked(but('jwt', { facts: { ...app({ changedAt }), keyProbe } })).outcome;
    expect(changed('2026-11-23T01:30:00Z')).to.equal('transient');
    // A host that does not know an app that has long spread is a riddle, not a proof.
    expect(changed('2026-11-23T01:29:00Z')).to.equal('inconclusive');
  });
});
