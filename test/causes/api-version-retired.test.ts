import { expect } from 'chai';
import apiVersionRetired from '../../src/causes/api-version-retired.ts';
import type { Facts } from '../../src/model/index.ts';
import { readStatus, recognizeRefusals } from '../../src/recognition/index.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing } from '../support/standing.ts';

const id = 'api-version-retired';
const integration = { ...healthy.integration, flow: 'soap-login' } as const;
const cameBy = (apiVersion: number): Partial<Facts> => ({
  integration,
  loginRows: [row('2026-11-23T01:00:00Z', { success: true, status: 'Success', apiVersion })],
});

describe(id, () => {
  it('is proved by the row of the login', () => {
    const status = 'Failed: API Version Removed since the version is too old';
    const loginRows = [row('2026-11-23T01:59:00Z', { status, ...readStatus(status) })];
    expect(standing(apiVersionRetired, { integration, loginRows })).to.deep.include({ standing: 'confirmed' });
  });

  it('is suspected first by each wording, which a call of a version that does not exist can bear as well', () => {
    for (const text of ['UNSUPPORTED_API_VERSION: x', 'HTTP 410 Gone', 'InvalidVersion : Invalid version: 29.0']) {
      const refusals = recognizeRefusals(text);
      expect(refusals[0]?.suspects[0], text).to.equal(id);
      expect(refusals[0]?.decides, text).to.equal(undefined);
    }
  });

  for (const [version, ahead] of [
    [30, undefined],
    [31, "Summer '28"],
    [40, "Summer '28"],
    [41, undefined],
  ] as const)
    it(`foretells ${ahead ?? 'nothing'} where login() came by version ${version}`, () => {
      expect(standing(apiVersionRetired, cameBy(version)).said).to.deep.equal(
        ahead === undefined ? {} : { 'recorded-version': 'foretells' },
      );
    });

  it('foretells nothing where the rows tell no version, or were not seen', () => {
    expect(standing(apiVersionRetired, { integration }).said).to.deep.equal({});
  });
});
