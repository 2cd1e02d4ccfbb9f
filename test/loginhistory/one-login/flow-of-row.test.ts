import { expect } from 'chai';
import { canBeOf, flowsOfRow } from '../../../src/loginhistory/one-login/index.ts';
import { flows } from '../../../src/model/index.ts';
import type { LoginRow } from '../../../src/model/index.ts';
import { healthy } from '../../support/healthy.ts';
import { without } from '../../support/without.ts';

const of = (seen: Partial<LoginRow>): ReturnType<typeof flowsOfRow> =>
  flowsOfRow({ ...healthy.loginRows[0]!, ...seen });

describe('the flows by which a login may have come', () => {
  it('are the one that the sub-type tells', () => {
    const told = {
      OauthRefreshToken: 'refresh-token',
      'OAuth Refresh-Token': 'refresh-token',
      OauthClientCredentials: 'client-credentials',
      OauthUsernamePassword: 'password',
      OauthWebServer: 'web',
      OauthTokenExchange: 'token-exchange',
      SoapApi: 'soap-login',
    } as const;
    for (const [loginSubType, flow] of Object.entries(told)) {
      expect(of({ loginSubType, loginType: 'Other Apex API' }), loginSubType).to.deep.equal([flow]);
      expect(canBeOf(flow, { ...healthy.loginRows[0]!, loginSubType }), loginSubType).to.equal(true);
    }
  });

  it('are those that have none, where there is none', () => {
    expect(of({})).to.deep.equal(['jwt', 'device']);
    expect(of({ loginType: 'Remote Access Client' })).to.deep.equal(['jwt', 'device']);
    expect(of({ loginType: 'Partner Product' })).to.deep.equal(['soap-login', undefined]);
    expect(of({ loginType: 'No Remote Access 2.0' })).to.deep.equal(['soap-login', undefined]);
  });

  it('are all, and perhaps another, where the sub-type or the type tells nothing', () => {
    for (const loginSubType of [
      'OauthUserAgent',
      'OauthHybridAuthCode',
      'OauthSamlAssertion',
      'New',
      'NewUsernamePasswordUi',
    ])
      expect(of({ loginSubType })).to.deep.equal([...flows, undefined]);
    expect(flowsOfRow(without(healthy.loginRows[0]!, 'loginType'))).to.deep.equal([...flows, undefined]);
  });

  it('are none of these in a browser', () => {
    expect(of({ loginSubType: 'UiLogin' })).to.deep.equal([undefined]);
  });
});

describe('the rows that can be of a login', () => {
  const told = (loginSubType: string): LoginRow => ({ ...healthy.loginRows[0]!, loginSubType });

  it('are those of its flow, and those of the refresh token that a person got for it', () => {
    for (const flow of ['web', 'device'] as const)
      expect(canBeOf(flow, told('OauthRefreshToken')), flow).to.equal(true);
    expect(canBeOf('web', told('OauthWebServer'))).to.equal(true);
    expect(canBeOf('device', told('OauthWebServer'))).to.equal(false);
    expect(canBeOf('jwt', told('OauthRefreshToken'))).to.equal(false);
    expect(canBeOf('jwt', told('New'))).to.equal(true);
    expect(canBeOf(undefined, told('OauthWebServer'))).to.equal(true);
  });
});
