import { expect } from 'chai';
import fc from 'fast-check';
import { phraseBook } from '../../src/recognition/phrase-book/index.ts';
import { readTokenAnswer } from '../../src/recognition/index.ts';
import { page420, pageDataNotAvailable, pageMaintenance } from '../../simulator/frame/pages.ts';
import { classify, type Reading } from '../../src/waiting/index.ts';
import { readingOfPhrase } from '../../src/waiting/phrases.ts';

const host = 'acme.my.salesforce.com';

const heard = (status: number, body: string, contentType = 'application/json'): Reading =>
  classify({ state: 'refused', host, refusal: readTokenAnswer({ status, contentType, body, host }, 'attempt') });

const refused = (code: string, description: string, status = 400): Reading =>
  heard(status, JSON.stringify({ error: code, error_description: description }));

const api = (status: number, errorCode: string, message: string): Reading =>
  heard(status, JSON.stringify([{ errorCode, message }]));

const said = ({ class: kind, reason }: Reading): string => `${kind}: ${reason}`;

describe('what an answer means to someone who waits', () => {
  const answers: ReadonlyArray<readonly [string, string, string]> = [
    ['invalid_client_id', 'client identifier invalid', 'transient: key-not-known-yet'],
    ['INVALID_CLIENT_ID', 'Client identifier invalid', 'transient: key-not-known-yet'],
    ['invalid_grant', "user hasn't approved this consumer", 'transient: not-approved-yet'],
    ['app_not_found', 'External client app is not installed in this org', 'transient: not-installed-yet'],
    ['oauth_flow_disabled', 'The external client app or the OAuth plugin is disabled.', 'transient: switched-off-yet'],
    ['rate_limit_exceeded', 'login rate exceeded', 'transient: rate-limited'],
    ['unknown_error', 'retry your request', 'transient: server-trouble'],
    ['invalid_grant', 'audience is invalid', 'fatal: needs-a-person'],
    ['invalid_grant', 'invalid assertion', 'fatal: needs-a-person'],
    ['invalid_grant', 'inactive user', 'fatal: needs-a-person'],
    ['invalid_grant', 'expired authorization code', 'fatal: needs-a-person'],
    ['invalid_grant', 'ip restricted', 'fatal: needs-a-person'],
    ['invalid_grant', 'request not supported on this domain', 'fatal: needs-a-person'],
    ['unsupported_grant_type', 'grant type not supported', 'fatal: needs-a-person'],
    ['invalid_app_access', 'user is not admin approved to access this app', 'fatal: needs-a-person'],
    ['OAUTH_APP_BLOCKED', 'this app is blocked by admin', 'fatal: needs-a-person'],
    ['invalid_client', 'app must be installed into org', 'fatal: needs-a-person'],
    ['inactive_org', 'organization is locked, closed, or suspended', 'fatal: needs-a-person'],
    ['invalid_grant', 'authentication failure', 'unknown: not-understood'],
    ['invalid_grant', 'a text that nobody has seen', 'unknown: not-understood'],
    ['a_new_code', 'a text that nobody has seen', 'unknown: not-understood'],
  ];
  for (const [code, description, expected] of answers)
    it(`${code}: ${description} is ${expected}`, () => expect(said(refused(code, description))).to.equal(expected));

  const pages: ReadonlyArray<readonly [string, number, string, string]> = [
    ['the page of a host that no org has', 420, page420, 'transient: server-trouble'],
    ['the maintenance page', 503, pageMaintenance, 'transient: maintenance'],
    ['the maintenance page, sent as if all were well', 200, pageMaintenance, 'transient: maintenance'],
    ['an empty 502', 502, '', 'transient: server-trouble'],
    ['an empty 429', 429, '', 'transient: rate-limited'],
    ['a page that says that the org has no data', 200, pageDataNotAvailable, 'unknown: not-understood'],
    ['a login page', 200, '<html><title>Login | Salesforce</title></html>', 'unknown: not-understood'],
    ['a path that is not there', 404, '<html><title>URL No Longer Exists</title></html>', 'unknown: not-understood'],
  ];
  for (const [name, status, body, expected] of pages)
    it(`${name} is ${expected}`, () => expect(said(heard(status, body, 'text/html'))).to.equal(expected));

  const apiAnswers: ReadonlyArray<readonly [number, string, string, string]> = [
    [403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.', 'fatal: needs-a-person'],
    [401, 'INVALID_SESSION_ID', 'This session is not valid for use with the REST API', 'fatal: needs-a-person'],
    [403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', 'fatal: needs-a-person'],
    [
      403,
      'REQUEST_LIMIT_EXCEEDED',
      'ConcurrentRequests (Concurrent API Requests) Limit exceeded.',
      'transient: rate-limited',
    ],
    [503, 'SERVER_UNAVAILABLE', 'Server too busy', 'transient: server-trouble'],
    [500, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred.', 'transient: server-trouble'],
    [403, 'API_CURRENTLY_DISABLED', 'API is disabled for this User', 'fatal: needs-a-person'],
  ];
  for (const [status, code, message, expected] of apiAnswers)
    it(`the API's ${code}: ${message} is ${expected}`, () =>
      expect(said(api(status, code, message))).to.equal(expected));

  const troubles: ReadonlyArray<readonly [string, string]> = [
    ['ENOTFOUND', 'transient: host-unknown'],
    ['EAI_AGAIN', 'transient: host-silent'],
    ['ECONNREFUSED', 'transient: host-silent'],
    ['ETIMEDOUT', 'transient: host-silent'],
    ['PROXY_503', 'transient: host-silent'],
    ['UNKNOWN', 'transient: host-silent'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'fatal: not-trusted'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'fatal: not-trusted'],
  ];
  for (const [trouble, expected] of troubles)
    it(`a host that gives no answer by ${trouble} is ${expected}`, () =>
      expect(said(classify({ state: 'silent', host, trouble }))).to.equal(expected));

  it('takes a known key and a granted login for good, and a key that signs nothing for fatal', () => {
    expect(said(classify({ state: 'good', host, as: 'key-known' }))).to.equal('good: key-known');
    expect(said(classify({ state: 'good', host, as: 'granted' }))).to.equal('good: granted');
    expect(said(classify({ state: 'not-sent', host }))).to.equal('fatal: nothing-to-send');
  });

  it('names the causes, and bounds what looks like propagation for a while only', () => {
    expect(refused('invalid_grant', 'audience is invalid').decides).to.equal('jwt-wrong-audience');
    const unknownKey = refused('invalid_client_id', 'client identifier invalid');
    expect(unknownKey.suspects).to.include.members(['app-wrong-consumer-key', 'app-not-found-or-propagating']);
    expect(unknownKey.boundMs).to.equal(undefined);
    expect(refused('invalid_grant', "user hasn't approved this consumer").boundMs).to.equal(600_000);
  });

  it('reads no entry that the phrase book does not have', () => {
    const ids = phraseBook.map(({ id }) => id);
    expect([...readingOfPhrase.keys()].filter((id) => !ids.includes(id))).to.deep.equal([]);
  });

  it('never takes a refusal for good, and never stops on what nobody understands', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 200, max: 499 }), (code, description, status) => {
        expect(refused(code, description, status).class).to.not.equal('good');
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[qxz]{1,12}$/u), fc.stringMatching(/^[qxz ]{1,40}$/u), (code, description) => {
        expect(refused(code, description).class).to.equal('unknown');
      }),
    );
  });
});
