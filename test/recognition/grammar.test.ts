import { expect } from 'chai';
import { eventLogRows } from '../../src/recognition/status-book/event-log.ts';
import { rankCauses, recognizeRefusals } from '../../src/recognition/index.ts';

const causesOf = (text: string): string[] => rankCauses(recognizeRefusals(text)).map(({ cause }) => cause);
const firstOf = (text: string): string | undefined => causesOf(text)[0];

describe('what a text says beside its wording', () => {
  it('counts a bare code and the same code with its text beside it once', () => {
    const found = recognizeRefusals(
      'OAuth2Error: invalid_grant\n{"error":"invalid_grant","error_description":"inactive user"}',
    );
    expect(found.map(({ phrase }) => phrase)).to.deep.equal(['grant.inactive_user']);
  });

  it('counts a wording with and without its code once, at its first line, with what says most', () => {
    const [one, ...others] = recognizeRefusals(
      'WARN inactive user\n\n\nthen {"error":"invalid_grant","error_description":"inactive user"}',
    );
    expect(others).to.deep.equal([]);
    expect(one).to.include({ line: 1, count: 2, code: 'invalid_grant' });
  });

  it('reads values that a language wraps', () => {
    const [one] = recognizeRefusals(
      'Refused { error: Some("invalid_grant"), error_description: Some("inactive user") }',
    );
    expect(one).to.include({ code: 'invalid_grant', description: 'inactive user' });
  });

  it('takes the name of an error’s class for no code', () => {
    expect(recognizeRefusals('AcmeLoginError: inactive user').map(({ code }) => code)).to.deep.equal([undefined]);
  });

  it('takes two members that stand together for no third', () => {
    const [one] = recognizeRefusals('{"name":"error","message":"INVALID_SESSION_ID: Session expired or invalid"}');
    expect(one).to.include({ code: 'INVALID_SESSION_ID', phrase: 'api.session_invalid' });
  });

  it('reads through NULs, prefixes of lines and line breaks that are escaped', () => {
    const said = '{"error":"invalid_grant","error_description":"user hasn\'t\nsync-1  | approved this consumer"}';
    for (const text of [said, JSON.stringify(said), Array.from(said, (char) => `${char}\0`).join('')])
      expect(recognizeRefusals(text).map(({ phrase }) => phrase)).to.deep.equal(['grant.user_not_approved']);
  });

  it('tells an error in data from one of a login', () => {
    expect(firstOf("INVALID_FIELD: No such column 'Colour__c' on entity 'Crate__c'")).to.equal('not-authentication');
  });

  it('takes a login that worked before as a sign of what ends', () => {
    const bare = '{"error":"invalid_grant","error_description":"authentication failure"}';
    expect(causesOf(bare)).not.to.deep.equal([]);
    expect(firstOf('{"error":"invalid_grant","error_description":"expired access/refresh token"}')).to.match(
      /^refresh-token/u,
    );
  });

  it('leaves open what many causes can have said', () => {
    for (const text of [
      'invalid_grant',
      'invalid_client_id',
      'OAUTH_APP_ACCESS_DENIED',
      'Invalid username, password, security token; or user locked out',
    ]) {
      const ranked = rankCauses(recognizeRefusals(text));
      expect(ranked.length, text).to.be.at.least(2);
      expect(
        ranked.filter(({ standing }) => standing === 'confirmed'),
        text,
      ).to.deep.equal([]);
    }
  });
});

describe('a code of the event log', () => {
  it('is read whole, whatever word stands before it', () => {
    const codes = eventLogRows.flatMap(({ code }) =>
      code !== undefined && recognizeRefusals(code)[0]?.code === code ? [code] : [],
    );
    expect(codes.length).to.be.greaterThan(90);
    for (const before of ['invalid: ', 'SAML assertion invalid: ', 'failed, ', 'user ', 'login '])
      for (const code of codes)
        expect(recognizeRefusals(`${before}${code}`).at(-1)?.code, `${before}${code}`).to.equal(code);
  });
});

describe('a page', () => {
  const table = '<table bgcolor="white" cellpadding="0" cellspacing="0" width="758">';

  it('is described by what it says, not by its markup', () => {
    const [one] = recognizeRefusals(
      `<html>\n<body>${table}<tr><td><b>We will be back at noon</b></td></tr></table></body></html>`,
    );
    expect(one).to.include({ phrase: 'page.maintenance', description: 'We will be back at noon' });
    const [titled] = recognizeRefusals(
      '<html><head><title>Error Page</title></head></html>'.replace('<html><head>', ''),
    );
    expect(titled).to.include({ phrase: 'page.no_org_here', description: 'Error Page' });
  });

  it('of maintenance is Salesforce’s where Salesforce is named, or nothing stands before it', () => {
    const decided = (text: string) => recognizeRefusals(text).map(({ decides }) => decides);
    const words = 'We are down for maintenance.';
    const sure = [
      words,
      `<html><body><b>${words}</b>`,
      `POST https://acme.my.salesforce.com/services/oauth2/token\n${words}`,
    ];
    for (const text of sure) expect(decided(text), text).to.deep.equal(['org-maintenance-or-read-only']);
    const anybodys = [`GET https://shop.example.com/ 503\n${words}`, `GitHub: ${words}`, `<html>\n<body>\n${table}`];
    for (const text of anybodys) expect(decided(text), text).not.to.include('org-maintenance-or-read-only');
  });

  it('has no description where it was cut off before it said anything', () => {
    const [one] = recognizeRefusals(`<html>\n<body>\n${table}`);
    expect(one).to.include({ phrase: 'page.maintenance' }).and.not.to.have.property('description');
  });
});

describe('what a library says of a JWT', () => {
  it('is of this login where Salesforce is named, and may be of any other', () => {
    const [alone] = recognizeRefusals('TokenExpiredError: jwt expired');
    expect(alone).to.deep.include({ suspects: ['not-salesforce', 'jwt-expired-or-clock-skew'] });
    expect(alone).not.to.have.property('decides');
    const [signing] = recognizeRefusals('ImmatureSignatureError: The token is not yet valid (iat)');
    expect(signing).to.deep.include({ suspects: ['jwt-expired-or-clock-skew', 'not-salesforce'] });
    const [named] = recognizeRefusals('POST https://login.salesforce.com/services/oauth2/token\njwt expired');
    expect(named).to.include({ decides: 'jwt-expired-or-clock-skew' });
  });
});

describe('what any server says of a key', () => {
  it('is of this login’s key where Salesforce is named, and only suspected elsewhere', () => {
    const [anybodys] = recognizeRefusals('401 Forbidden "Invalid private key"');
    expect(anybodys).to.deep.include({ suspects: ['jwt-key-file-unreadable', 'not-salesforce'] });
    expect(anybodys).not.to.have.property('decides');
    const [ours] = recognizeRefusals('sf org login jwt: invalid private key');
    expect(ours).to.include({ decides: 'jwt-key-file-unreadable' });
  });
});

describe('a code that ends as one of Salesforce’s', () => {
  it('is another code', () => {
    expect(recognizeRefusals('login: realm_not_found').map(({ phrase }) => phrase)).to.deep.equal([undefined]);
    expect(recognizeRefusals('login: NOT_FOUND').map(({ phrase }) => phrase)).to.deep.equal(['api.not_found']);
  });
});

describe('another provider’s texts', () => {
  it('are taken for theirs by a description that is theirs word for word', () => {
    const [one] = recognizeRefusals(
      '{"error":"invalid_grant","error_description":"Token has been expired or revoked."}',
    );
    expect(one?.channel).to.equal('other-provider');
  });

  it('are not seen in Salesforce’s own text that names one', () => {
    const found = recognizeRefusals(
      'Keycloak broker: login.salesforce.com says {"error":"invalid_grant","error_description":"user hasn\'t approved this consumer"}',
    );
    expect(found.map(({ channel }) => channel)).to.deep.equal(['token-endpoint']);
  });
});
