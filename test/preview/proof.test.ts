import path from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { previewChange } from '../../src/look/preview.ts';
import { filesFor, filesOf, kinds, nameOf, randomChange } from '../support/preview/changes.ts';
import { members, withCrowd } from '../support/preview/crowd.ts';
import type { Deployer } from '../support/preview/deploy.ts';
import { asked, atHome, isWrong, prove, saidIn, type Compared } from '../support/preview/proof.ts';
import { write, xml } from './files/support.ts';

/** In every run; the others are proved by the whole: `npm run proof:preview`. */
const always: Readonly<Record<string, Deployer>> = {
  'range elsewhere': 'sf',
  'admin-approved': 'api',
  'another certificate': 'api',
  'API by My Domain alone': 'api',
};

const faults = (compared: readonly Compared[]): readonly string[] =>
  compared.filter(isWrong).map((one) => JSON.stringify(one));

describe('a preview against what the org then does', function () {
  this.timeout(120_000);

  it('says of every login that goes well that it goes on, where nothing is changed', async () => {
    const { compared, preview } = await withCrowd(members, (crowd) => prove([], crowd));
    expect(compared.map(({ predicted }) => predicted)).to.deep.equal(Array.from({ length: members }, () => 'goes-on'));
    expect(compared.every(({ granted }) => granted)).to.equal(true);
    expect(preview.cost.orgRoundTrips).to.be.at.most(10);
  });

  it('warns of a connected app that the org does not have, and of none that it has', async () => {
    const app = (name: string): string => xml('ConnectedApp', `<label>${name}</label><oauthConfig></oauthConfig>`);
    const { lint } = await withCrowd(1, (crowd) =>
      atHome(crowd, (home) => {
        const project = { packageDirectories: [{ path: 'force-app' }], sourceApiVersion: '64.0' };
        write(home, {
          'sfdx-project.json': JSON.stringify(project),
          'force-app/connectedApps/New.connectedApp-meta.xml': app('New'),
          [`force-app/connectedApps/${crowd.members[0]!.app!.developerName}.connectedApp-meta.xml`]: app('Renamed'),
        });
        return previewChange({ ...asked, files: { sourceDirs: [path.join(home, 'force-app')] } });
      }),
    );
    expect(lint.map(({ rule, at }) => `${rule} ${path.basename(at.file)}`)).to.deep.equal([
      'connected-app-new New.connectedApp-meta.xml',
    ]);
  });

  for (const kind of kinds.filter(({ id }) => id in always)) {
    const by = always[kind.id];
    it(`is right about: ${kind.id}, deployed by ${by === 'sf' ? 'sf project deploy start' : 'the Metadata API'}`, async () => {
      const { compared, preview, again } = await withCrowd(members, (crowd) =>
        prove(filesFor(kind, crowd.members), crowd, { by }),
      );
      expect(saidIn(again)).to.deep.equal(saidIn(preview));
      expect(faults(compared)).to.deep.equal([]);
      expect(compared.some(({ predicted }) => predicted === 'refused')).to.equal(true);
    });
  }

  it('is right about random changes after one another in a grown org; more: npm run proof:preview', async () => {
    await withCrowd(
      members,
      async (crowd) => {
        const changes = fc.sample(randomChange(crowd.members), { seed: 20261130, numRuns: 3 });
        for (const change of changes) {
          const { compared, preview, again } = await prove(filesOf(change, crowd.members), crowd);
          expect(saidIn(again), nameOf(change)).to.deep.equal(saidIn(preview));
          expect(faults(compared), nameOf(change)).to.deep.equal([]);
        }
      },
      { isGrown: true },
    );
  });

  it('finds a prediction wrong that the org does not bear out', () => {
    const one = {
      user: 'a',
      app: 'A',
      flow: 'jwt',
      causes: [],
      why: [],
      granted: true,
      told: '',
      row: undefined,
    } as const;
    const refusedBy = (cause: string) => ({ ...one, granted: false, row: 'Restricted IP', causes: [cause] });
    expect(isWrong({ ...one, predicted: 'goes-on' })).to.equal(false);
    expect(isWrong({ ...one, predicted: 'works-again', granted: false })).to.equal(true);
    expect(isWrong({ ...one, predicted: 'refused' })).to.equal(true);
    expect(isWrong({ ...one, predicted: 'refused-already' })).to.equal(true);
    expect(isWrong({ ...one, predicted: 'not seen' })).to.equal(true);
    expect(isWrong({ ...one, predicted: 'untold' })).to.equal(false);
    expect(isWrong({ ...refusedBy('ip-restricted'), predicted: 'refused' })).to.equal(false);
    expect(isWrong({ ...refusedBy('login-hours'), predicted: 'refused' })).to.equal(true);
    const token = { ...refusedBy('ip-restricted'), causes: ['refresh-token-policy-expired', 'ip-restricted'] };
    expect(isWrong({ ...token, predicted: 'refused' })).to.equal(false);
    expect(isWrong({ ...token, row: 'Restricted Time', predicted: 'refused' })).to.equal(true);
    expect(isWrong({ ...refusedBy('login-hours'), predicted: 'refused', why: ['perhaps the range'] })).to.equal(false);
    expect(isWrong({ ...refusedBy('login-hours'), predicted: 'refused-already', causes: [] })).to.equal(false);
  });
});
