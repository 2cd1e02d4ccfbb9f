import { expect } from 'chai';
import samlAssertionRefused from '../../src/causes/saml-assertion-refused.ts';
import { readStatus, recognizeRefusals } from '../../src/recognition/index.ts';
import { eventLogRows } from '../../src/recognition/status-book/event-log.ts';
import { historyRows } from '../../src/recognition/status-book/history.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing } from '../support/standing.ts';

const id = 'saml-assertion-refused';
const page = "We can't log you in because of an issue with single sign-on. Contact your Salesforce admin for help.";

describe(id, () => {
  for (const status of ['Failed: Issuer Mismatched', 'Assertion Expired', 'LOGIN_SAML_INVALID_SIGNATURE'])
    it(`is proved by the row "${status}"`, () => {
      const loginRows = [row('2026-11-23T01:59:00Z', { status, ...readStatus(status) })];
      const seen = { integration: healthy.integration, loginRows };
      expect(standing(samlAssertionRefused, seen).standing).to.equal('confirmed');
    });

  it('is what every status of SAML means, and no other status', () => {
    const rows = [...historyRows, ...eventLogRows];
    const saml = rows.filter(({ code }) => code?.startsWith('LOGIN_SAML_') === true);
    expect(saml).to.have.lengthOf(22);
    expect(rows.filter(({ decides }) => decides === id)).to.deep.equal(saml);
  });

  it('is proved by the page on which a person ends', () => {
    expect(standing(samlAssertionRefused, { refusals: recognizeRefusals(page) }).standing).to.equal('confirmed');
  });

  it('is not what a refused JWT means', () => {
    for (const text of ['invalid_grant: invalid assertion', 'invalid_grant: audience is invalid'])
      expect(standing(samlAssertionRefused, { refusals: recognizeRefusals(text) }).said).to.deep.equal({});
  });
});
