import { expect } from 'chai';
import type { LoggedRequest } from '../../simulator/index.ts';
import { onlyReadsOrg, roundTrips } from '../support/only-reads.ts';
import { allSimulated, fillApps } from './support/all-simulated.ts';
import { simulated } from './support/simulated.ts';

const isToken = ({ path }: LoggedRequest): boolean => path === '/services/oauth2/token';
const form = ({ body }: LoggedRequest): URLSearchParams => new URLSearchParams(body);

/** The question about the key: a refresh with a token that nobody could have issued. */
const isProbe = (request: LoggedRequest): boolean =>
  form(request).get('grant_type') === 'refresh_token' &&
  !(form(request).get('refresh_token') ?? '').startsWith('5Aep') &&
  !form(request).has('client_secret');

const onlyReads = (request: LoggedRequest): boolean => (isToken(request) ? isProbe(request) : onlyReadsOrg(request));

const ofOrg = (requests: readonly LoggedRequest[]): readonly LoggedRequest[] =>
  requests.filter((request) => !isToken(request) && !request.path.startsWith('/.well-known/'));

describe('what the walk through the gates costs', function () {
  this.timeout(60_000);

  for (const kind of ['connected-app', 'external-client-app'] as const) {
    for (const flow of ['jwt', 'refresh-token', 'client-credentials'] as const) {
      it(`${kind}, ${flow}: three round trips at most, nothing but reading, one question about the key`, () =>
        simulated({ kind, flow }, async ({ stage: { sim }, check }) => {
          sim.log.clear();
          sim.faults.latency = 40;
          await check();
          const sent = [...sim.log.entries];
          expect(sent.filter((request) => !onlyReads(request))).to.deep.equal([]);
          expect(roundTrips(ofOrg(sent))).to.be.within(1, 3);
          expect(sent.filter(isToken)).to.have.lengthOf.at.most(1);
        }));
    }
  }

  it('every app: nothing but reading, and ten apps a metadata call', () =>
    allSimulated(async ({ stage: { sim, org }, check }) => {
      fillApps(org, 100);
      sim.log.clear();
      const { cost } = await check();
      const sent = [...sim.log.entries];
      expect(sent.filter((request) => !onlyReads(request))).to.deep.equal([]);
      expect(sent.filter(({ path }) => path.includes('/Soap/m/'))).to.have.lengthOf.at.most(40);
      expect(cost.requests).to.equal(sent.length);
    }));
});
