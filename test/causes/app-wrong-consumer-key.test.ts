import { expect } from 'chai';
import appWrongConsumerKey from '../../src/causes/app-wrong-consumer-key.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';

const id = 'app-wrong-consumer-key';
const { integration, appOauth } = healthy;
const host = 'https://login.salesforce.com';
const given = (consumerKey: string) => ({ integration: { ...integration, consumerKey } });

describe(id, () => {
  it('is ruled out by the key of the app', () => {
    const facts = { integration, appOauth, refusals: [suspecting(id)] };
    expect(standing(appWrongConsumerKey, facts).standing).to.equal('ruled-out');
  });

  it('is not ruled out by a key that the host knows, where a wording points at it: it may be that of another app', () => {
    const facts = { keyProbe: { host, answer: 'known' } as const };
    expect(standing(appWrongConsumerKey, { ...facts, refusals: [suspecting(id)] }).standing).to.equal('suspected');
    expect(standing(appWrongConsumerKey, facts).standing).to.equal('ruled-out');
  });

  it('is only suspected by a key that the host does not know', () => {
    const facts = { keyProbe: { host, answer: 'unknown' } as const };
    expect(standing(appWrongConsumerKey, facts).standing).to.equal('suspected');
    expect(standing(appWrongConsumerKey, { keyProbe: { host, answer: 'unclear' } }).said).to.deep.equal({});
  });

  it('is proved by another key than the app has, and shows enough of both', () => {
    const wrong = standing(appWrongConsumerKey, { ...given('3MVG9ABCDEFGHIJKLMNOPQRSTUVWXYZ'), appOauth });
    expect(wrong.standing).to.equal('confirmed');
    expect(wrong.sentences[0]).to.include('3MVG9ABCDEFGHIJ…');
  });

  it('says where a mistyped key begins to differ, which both ends do not show', () => {
    const real = '3MVG9ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const told = (consumerKey: string): string =>
      standing(appWrongConsumerKey, { ...given(consumerKey), appOauth: { ...appOauth!, consumerKey: real } })
        .sentences[0]!;
    expect(told(real.replace('KLM', 'KIM')))
      .to.include('they differ from character 17 on')
      .and.include('(3MVG9ABC…IJKIMNO…)')
      .and.include('(3MVG9ABC…IJKLMNO…)');
    expect(told(real.slice(0, -1))).to.include(`they differ from character ${real.length} on`);
    expect(told(`${real}\n`)).to.include(`they differ from character ${real.length + 1} on`);
  });

  it('is ruled out for SOAP login', () => {
    expect(standing(appWrongConsumerKey, { integration: { ...integration, flow: 'soap-login' } }).standing).to.equal(
      'ruled-out',
    );
  });

  it('is proved by a token in the place of the key: in the stored login, or where a wording points there', () => {
    const shape = 'refresh-token';
    const inStore = { swapped: [{ given: 'stored-login', shape }] } as const;
    const given = { swapped: [{ given: 'app', shape }] } as const;
    expect(standing(appWrongConsumerKey, inStore).said).to.deep.equal({ 'is-refresh-token': 'proves' });
    expect(standing(appWrongConsumerKey, given).said).to.deep.equal({ 'is-refresh-token': 'suggests' });
    const pointed = { ...given, refusals: [suspecting(id)] };
    expect(standing(appWrongConsumerKey, pointed).standing).to.equal('confirmed');
  });

  it('is only suspected by what may be a name or a key after all', () => {
    for (const shape of ['username', 'consumer-secret'] as const) {
      const facts = { swapped: [{ given: 'app', shape }] as const, refusals: [suspecting(id)] };
      expect(standing(appWrongConsumerKey, facts).standing).to.equal('suspected');
    }
    expect(standing(appWrongConsumerKey, { swapped: [{ given: 'username', shape: 'url' }] }).said).to.deep.equal({});
  });

  it('is proved by an assertion of another issuer than the app that was named', () => {
    const said = (issuer: string) =>
      standing(appWrongConsumerKey, {
        integration,
        appOauth,
        assertion: { state: 'decoded', algorithm: 'RS256', audience: [], missing: [], issuer },
      }).said;
    expect(said('3MVG9.other.key')).to.deep.include({ issuer: 'proves' });
    expect(said(integration.consumerKey ?? '')).to.not.have.property('issuer');
  });
});
