import { expect } from 'chai';
import { rankCauses, recognizeRefusals } from '../../src/recognition/index.ts';
import { providers } from '../../src/recognition/phrase-book/providers.ts';

const oauth = (code: string, description?: string): string =>
  JSON.stringify({ error: code, ...(description === undefined ? {} : { error_description: description }) });

const foreign: ReadonlyArray<readonly [string, string]> = [
  ['Google', oauth('invalid_grant', 'Bad Request')],
  ['Google', oauth('invalid_grant', 'Token has been expired or revoked.')],
  ['Microsoft', oauth('invalid_grant', 'AADSTS50173: The provided grant has expired due to it being revoked')],
  ['Okta', oauth('invalid_grant', 'The refresh token is invalid or expired.')],
  ['Auth0', oauth('invalid_grant', 'Unknown or invalid refresh token.')],
  ['Amazon Cognito', 'NotAuthorizedException: Refresh Token has been revoked'],
  ['Keycloak', oauth('invalid_grant', 'Session not active')],
  ['Keycloak', oauth('invalid_client', 'Invalid client or Invalid client credentials')],
  [
    'HubSpot',
    'https://api.hubapi.com/oauth/v1/token {"status":"BAD_REFRESH_TOKEN","message":"missing or invalid refresh token"}',
  ],
  ['GitHub', oauth('bad_verification_code', 'The code passed is incorrect or expired.')],
  ['Xero', `POST https://identity.xero.com/connect/token ${oauth('invalid_grant')}`],
  ['OpenIddict', oauth('invalid_grant', 'The specified authorization code has already been redeemed.')],
  ['Square', '{"message":"Invalid refresh token","type":"service.not_authorized"}'],
];

describe("other providers' refusals", () => {
  for (const [name, text] of foreign) {
    it(`names ${name}: ${text.slice(0, 60)}`, () => {
      const refusals = recognizeRefusals(text);
      expect(refusals[0]).to.include({ channel: 'other-provider', provider: name, decides: 'not-salesforce' });
      expect(rankCauses(refusals)).to.deep.equal([{ cause: 'not-salesforce', standing: 'confirmed' }]);
    });
  }

  it('suspects another server where an OAuth error is not in Salesforce’s manner, and decides nothing', () => {
    for (const text of [
      oauth('invalid_grant'),
      oauth('invalid_request', 'The parameter code_foo is not what it seems.'),
    ]) {
      const [refusal] = recognizeRefusals(text);
      expect(refusal?.suspects[0]).to.equal('not-salesforce');
      expect(refusal).not.to.have.any.keys('decides', 'provider');
    }
  });

  it('names a server that is not known by the host of its token endpoint, never one of Salesforce', () => {
    const refused = oauth('invalid_grant', 'the grant is gone');
    const at = (url: string): string | undefined => recognizeRefusals(`POST ${url}\n${refused}`)[0]?.provider;
    expect(at('https://sso.northwind.example:8443/auth/oauth2/token')).to.equal('sso.northwind.example');
    expect(at('https://login.salesforce.com/services/oauth2/token')).to.equal(undefined);
    expect(at('https://northwind.my.site.com/vforcesite/oauth2/token')).to.equal(undefined);
    expect(at('https://crm.northwind.example/services/oauth2/token')).to.equal(undefined);
  });

  it('decides nothing by the code of an OAuth error that is worded in another manner', () => {
    const [refusal] = recognizeRefusals(
      'error=redirect_uri_mismatch&error_description=Your+client+callback+must+be+the+same+as+your+redirect_uri',
    );
    expect(refusal?.suspects.slice(0, 2)).to.deep.equal(['not-salesforce', 'redirect-uri-mismatch']);
    expect(refusal).not.to.have.property('decides');
    const escaped = String.raw`Body: [{\"error\":\"invalid_grant\"}]`;
    expect(recognizeRefusals(escaped)[0]?.suspects[0]).to.equal('not-salesforce');
  });

  it('gives a vendor’s own words to the only provider that is named near, but never past Salesforce’s name', () => {
    const said = 'Refresh token is invalid, please reconnect';
    const [google] = recognizeRefusals(`${said} https://www.googleapis.com/oauth2/v4/token`);
    expect(google).to.include({ provider: 'Google', decides: 'not-salesforce' });
    const [ours] = recognizeRefusals(`HubSpot: ${said} the Salesforce integration`);
    expect(ours?.channel).not.to.equal('other-provider');
  });

  it('never takes a wording that is Salesforce’s own, whoever is named beside it', () => {
    for (const { name, marks } of providers) {
      const text = `${marks.join(' ')} ${oauth('invalid_grant', "user hasn't approved this consumer")} ${marks.join(' ')}`;
      const ours = recognizeRefusals(text).filter(({ phrase }) => phrase === 'grant.user_not_approved');
      expect(ours, name).to.have.length(1);
    }
  });

  it('goes by the nearer name where a wording is everybody’s', () => {
    const near = `Google Sheets step done. https://acme.my.salesforce.com/services/oauth2/token said ${oauth('redirect_uri_mismatch', 'redirect_uri must match configuration')}`;
    expect(recognizeRefusals(near)[0]).to.include({ phrase: 'redirect.mismatch', decides: 'redirect-uri-mismatch' });
    const vendor = 'Salesforce connection: the refresh token is invalid or expired, please reconnect';
    expect(recognizeRefusals(vendor)[0]?.channel).not.to.equal('other-provider');
  });

  describe('is near so far and no farther', () => {
    const gap = (length: number): string => ' .'.repeat(length / 2);
    const [first, second] = [gap(280), gap(320)];

    it('a provider’s name beside a vendor’s own words', () => {
      const named = (length: number): string | undefined =>
        recognizeRefusals(
          `Refresh token is invalid, please reconnect${gap(length)} https://www.googleapis.com/oauth2/v4/token`,
        )[0]?.provider;
      expect([named(1400), named(1600)]).to.deep.equal(['Google', undefined]);
    });

    it('the address of a provider before a code that everybody has', () => {
      const named = (length: number): string | undefined =>
        recognizeRefusals(`https://www.googleapis.com/oauth2/v4/token${gap(length)} {"error":"invalid_grant"}`)[0]
          ?.provider;
      expect([named(1400), named(1600)]).to.deep.equal(['Google', undefined]);
    });

    it('a provider’s text beside a code that everybody has', () => {
      const told = (between: string): ReadonlyArray<string | undefined> =>
        recognizeRefusals(`{"error":"invalid_grant"}${between} User is not assigned to the client application.`).map(
          ({ provider }) => provider,
        );
      expect(told(first)).to.deep.equal(['Okta']);
      expect(told(second)).to.deep.equal([undefined, 'Okta']);
    });

    it('what any program could print behind the code that an OAuth server answered', () => {
      const decided = (blanks: number): boolean =>
        recognizeRefusals(`invalid_client${' '.repeat(blanks)}JWKSet not configured`).some(
          ({ provider }) => provider === 'Okta',
        );
      expect([decided(14), decided(15)]).to.deep.equal([true, false]);
    });

    it('a request to another server before a bare status, in letters and in lines', () => {
      const suspected = (between: string): string | undefined =>
        recognizeRefusals(`GET https://api.northwind-crates.com/v2${between} 401 Unauthorized`)[0]?.suspects[0];
      for (const between of [first, '\n\n', `\n${first}`])
        expect(suspected(between), JSON.stringify(between)).to.equal('not-salesforce');
      for (const between of [second, '\n\n\n', `\n${second}`])
        expect(suspected(between), JSON.stringify(between)).to.equal('session-invalid-not-oauth');
    });
  });
});
