import { expect } from 'chai';
import apiAccessControl from '../../simulator/scenarios/api-access-control.ts';
import refreshTokenRotated from '../../simulator/scenarios/refresh-token-rotated.ts';
import samlAssertionRefused from '../../simulator/scenarios/saml-assertion-refused.ts';
import userFrozen from '../../simulator/scenarios/user-frozen.ts';
import { around } from '../../simulator/scenarios/variations/around.ts';
import { underName, variationNames, variationsOf } from '../support/variations.ts';

/** All of them: `npm run proof:variations`. */
const sample = [apiAccessControl, refreshTokenRotated, userFrozen];

describe('law 13: any world', function () {
  this.timeout(120_000);

  for (const [index, scenario] of sample.entries()) {
    it(`${scenario.id}: the same root, or an honest "undecided", in every variation`, async () => {
      const verdicts = await variationsOf(scenario, index);
      expect(verdicts).to.have.lengthOf(variationNames.length);
      const seen = verdicts.map((verdict, at) => `${variationNames[at] ?? ''}: ${verdict}`);
      expect(seen.filter((one) => /wrong|ended/u.test(one))).to.deep.equal([]);
      // Where everything is told, what goes on around it changes nothing.
      expect(new Set(verdicts.slice(0, around.length))).to.deep.equal(new Set(['same']));
    });
  }

  for (const name of ['  leading blanks', '<b>&amp;</b>']) {
    it(`saml-assertion-refused: the same root where all is called ${JSON.stringify(name)}`, async () => {
      expect(await underName(samlAssertionRefused, name)).to.equal('same');
    });
  }
});
