import { expect } from 'chai';
import mutualTlsRequired from '../../src/causes/mutual-tls-required.ts';
import { readStatus, recognizeRefusals } from '../../src/recognition/index.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing } from '../support/standing.ts';

const { integration } = healthy;
const answer =
  '[{"message":"This session could not be mutually authenticated for the use with REST API","errorCode":"MUTUAL_AUTHENTICATION_FAILED"}]';

describe('mutual-tls-required', () => {
  for (const status of ['Mutual authentication failed', 'LOGIN_ERROR_MUTUAL_AUTHENTICATION'])
    it(`is proved by the row "${status}"`, () => {
      const loginRows = [row('2026-11-23T01:59:00Z', { status, ...readStatus(status) })];
      expect(standing(mutualTlsRequired, { integration, loginRows }).standing).to.equal('confirmed');
    });

  it('is only suspected by the answer of the API, which came for an expired password as well', () => {
    const refusals = recognizeRefusals(answer);
    expect(refusals[0]?.suspects.slice(0, 2)).to.deep.equal(['mutual-tls-required', 'password-expired']);
    expect(standing(mutualTlsRequired, { refusals }).standing).to.equal('suspected');
  });
});
