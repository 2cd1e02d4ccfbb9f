import { expect } from 'chai';
import type { Alteration, Path, UntoldBecause, UntoldWhy } from '../../src/model/index.ts';
import { loadWords, speakOfPreview } from '../../src/words/index.ts';

const words = loadWords();
const speaker = speakOfPreview(words);
const path: Path = { via: 'permission-set', name: 'Access' };
const app = 'Sync';
const range = { start: '10.0.0.1', end: '10.0.0.1' };

/** One of each kind: a new kind does not compile without its place here. */
const settings: { readonly [S in Alteration['set']]: Extract<Alteration, { readonly set: S }> } = {
  'app-gone': { set: 'app-gone', app },
  'app-enabled': { set: 'app-enabled', app, value: false },
  'app-oauth-enabled': { set: 'app-oauth-enabled', app, value: false },
  'app-blocked': { set: 'app-blocked', app, value: true },
  'permitted-users': { set: 'permitted-users', app, value: 'admin-approved' },
  'refresh-token-policy': { set: 'refresh-token-policy', app, value: { kind: 'lifetime', period: 7, unit: 'days' } },
  'ip-relaxation': { set: 'ip-relaxation', app, value: 'enforce' },
  'high-assurance': { set: 'high-assurance', app, value: true },
  'client-credentials': { set: 'client-credentials', app, value: false },
  'run-as': { set: 'run-as', app, value: 'other@acme.example' },
  scopes: { set: 'scopes', app, value: ['api', 'web'] },
  'callback-urls': { set: 'callback-urls', app, value: [] },
  certificate: { set: 'certificate', app, value: undefined },
  'app-switch': { set: 'app-switch', app, name: 'pkceRequired', value: true },
  'token-ranges': { set: 'token-ranges', app, value: [range] },
  'app-in-carrier': { set: 'app-in-carrier', app, path, value: false },
  'app-carriers': { set: 'app-carriers', app, profiles: [], sets: ['Access'] },
  'consumer-key': { set: 'consumer-key', app, value: '3MVG9' },
  'group-members': { set: 'group-members', group: 'All', sets: ['Access'], mutes: false },
  'my-domain-name': { set: 'my-domain-name', value: 'acme' },
  'login-ranges': { set: 'login-ranges', profile: 'Sales', value: [] },
  'login-hours': { set: 'login-hours', profile: 'Sales', value: {} },
  permission: { set: 'permission', path, name: 'ApiEnabled', value: false },
  'trusted-ranges': { set: 'trusted-ranges', value: [range] },
  'password-flow-blocked': { set: 'password-flow-blocked', value: true },
  'user-agent-flow-blocked': { set: 'user-agent-flow-blocked', value: false },
  'pkce-for-all': { set: 'pkce-for-all', value: true },
  'approved-apps-only': { set: 'approved-apps-only', value: true },
  'api-login-by-my-domain': { set: 'api-login-by-my-domain', value: true },
  untold: { set: 'untold', about: { of: 'org' }, why: 'session-locked' },
};

const whys: Readonly<Record<UntoldWhy, true>> = {
  'not-documented': true,
  'oauth-absent': true,
  'certificate-unreadable': true,
  'app-ip-ranges': true,
  'consumer-secret': true,
  'secret-for-exchange': true,
  'app-handler': true,
  'client-proof': true,
  'key-rotation': true,
  'token-exchange-policy': true,
  'session-level': true,
  'session-locked': true,
  activation: true,
  muting: true,
  decomposed: true,
  twice: true,
  unreadable: true,
  replaced: true,
  'second-factor': true,
  'single-sign-on': true,
  'transaction-policy': true,
  'password-expiry': true,
  'salesforce-password-off': true,
  'only-my-domain': true,
  'instanced-host': true,
  deletion: true,
};

const becauses: Readonly<Record<UntoldBecause, true>> = {
  app: true,
  carrier: true,
  'client-scopes': true,
  'token-ends': true,
  'token-idle': true,
  'no-cause': true,
};

describe('the words for a change', () => {
  it('every kind of setting has its sentence', () => {
    const said = Object.values(settings).map((setting) => speaker.edit({ setting, element: 'x' }));
    expect(new Set(said).size).to.equal(said.length);
    for (const sentence of said)
      expect(sentence)
        .to.match(/\.$/u)
        .and.not.match(/undefined|: \.|\{/u);
  });

  it('says what a setting becomes', () => {
    const said = (setting: Alteration): string => speaker.edit({ setting, element: 'x' });
    expect(said(settings['refresh-token-policy'])).to.equal('Sync: the refresh token policy becomes lifetime 7 days.');
    expect(said(settings['app-in-carrier'])).to.equal('Sync: Permission set Access carries it no more.');
    expect(said(settings['login-ranges'])).to.equal('Profile Sales: the login IP ranges are taken away.');
    expect(said({ ...settings['login-ranges'], value: [range] })).to.equal(
      'Profile Sales: login IP ranges become 10.0.0.1.',
    );
    expect(said(settings['password-flow-blocked'])).to.include('blocked');
    expect(said(settings['user-agent-flow-blocked'])).to.include('allowed');
  });

  it('says of an edit that cannot be told what is not seen, and by which flow it would be so', () => {
    const edit = { setting: settings.scopes, element: 'x' };
    expect(speaker.untold({ edit })).to.equal(speaker.edit(edit));
    const said = speaker.untold({ edit, because: 'client-scopes' });
    expect(said.startsWith(speaker.edit(edit))).to.equal(true);
    expect(speaker.inFlow('jwt', said)).to.include('jwt').and.include(said);
    expect(speaker.inFlow(undefined, said)).to.include(said).and.not.include('undefined');
    expect(speaker.unanswered(said)).to.include(said);
  });

  it('every reason for not knowing has its sentence, and no sentence is left over', () => {
    const has = (prefix: string): readonly string[] =>
      words
        .keys('preview')
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length));
    expect(has('why.').toSorted()).to.deep.equal(Object.keys(whys).toSorted());
    expect(has('because.').toSorted()).to.deep.equal(Object.keys(becauses).toSorted());
    const variants = /\.(?:none|off)$/u;
    const spoken = has('setting.').filter((key) => !variants.test(key));
    expect([...spoken, 'untold'].toSorted()).to.deep.equal(Object.keys(settings).toSorted());
  });
});
