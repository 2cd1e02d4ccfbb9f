import { expect } from 'chai';
import fc from 'fast-check';
import { readTokenAnswer } from '../../src/recognition/index.ts';

const host = 'acme.my.salesforce.com';

describe('readTokenAnswer', () => {
  it('reads a token error', () => {
    const body = '{"error":"invalid_client_id","error_description":"client identifier invalid"}';
    expect(
      readTokenAnswer({ status: 400, contentType: 'application/json;charset=UTF-8', body, host }, 'attempt'),
    ).to.deep.equal({
      channel: 'token-endpoint',
      origin: 'attempt',
      code: 'invalid_client_id',
      description: 'client identifier invalid',
      status: 400,
      text: body,
      count: 1,
      host,
      phrase: 'client.unknown_id',
      suspects: [
        'app-wrong-consumer-key',
        'app-not-found-or-propagating',
        'wrong-endpoint',
        'app-not-installed',
        'client-request-malformed',
        'cli-bug',
      ],
    });
  });

  it('never blames another provider: it was our own request', () => {
    const body = '{"error":"invalid_grant","error_description":"Bad Request"}';
    const refusal = readTokenAnswer({ status: 400, body, host }, 'attempt');
    expect(refusal.channel).to.equal('token-endpoint');
    expect([refusal.decides, ...refusal.suspects]).not.to.include('not-salesforce');
    expect(refusal.description).to.equal('Bad Request');
  });

  it('puts a page on the channel html', () => {
    const page = '<!DOCTYPE HTML>\n<html lang=en-US>\n<head>\n<title>Error Page</title>';
    const refusal = readTokenAnswer({ status: 420, contentType: 'text/html', body: page, host }, 'attempt');
    expect(refusal).to.include({ channel: 'html', status: 420, phrase: 'page.no_org_here' });
    expect(
      readTokenAnswer({ status: 503, contentType: 'text/html', body: '<p>x</p>', host }, 'attempt').suspects[0],
    ).to.equal('org-maintenance-or-read-only');
  });

  it('keeps an unknown error with its code and text', () => {
    const body = '{"error":"new_code","error_description":"never heard of"}';
    const refusal = readTokenAnswer({ status: 400, body, host }, 'attempt');
    expect(refusal).to.deep.include({ code: 'new_code', description: 'never heard of', suspects: [] });
    expect(refusal).not.to.have.property('phrase');
  });

  it('takes any body without throwing, and shows no secret of it', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 100, max: 599 }), (body, status) => {
        const refusal = readTokenAnswer({ status, body, host }, 'attempt');
        expect(refusal).to.include({ status, host, origin: 'attempt' });
        expect(refusal.text).not.to.equal('');
      }),
    );
    const body = '{"access_token":"00Dxx0000001gER!AQ4AQcanary"}';
    expect(readTokenAnswer({ status: 200, body, host }, 'attempt').text).not.to.include('canary');
  });
});
