import { expect } from 'chai';
import { appGates, flows } from '../../src/model/index.ts';
import type { AppGate, Flow } from '../../src/model/index.ts';
import { closers, openCase, type Kind } from './support/closers.ts';
import { gateOf, walked } from './support/walked.ts';

const kinds: readonly Kind[] = ['connected-app', 'external-client-app'];

/** External client apps know no password flow. */
const cases: ReadonlyArray<readonly [Flow, Kind]> = flows.flatMap((flow) =>
  kinds
    .filter((kind) => kind === 'connected-app' || (flow !== 'password' && flow !== 'soap-login'))
    .map((kind) => [flow, kind] as const),
);

type Pair = { readonly earlier: AppGate; readonly later: AppGate };

const pairs: readonly Pair[] = appGates.flatMap((earlier, at) =>
  appGates.slice(at + 1).map((later) => ({ earlier, later })),
);

const met = new Set<string>();

describe('the deciding gate', () => {
  for (const [flow, kind] of cases) {
    describe(`${flow}, ${kind}`, () => {
      it('is none where every gate is open', () => {
        const check = walked(openCase(flow, kind));
        expect(check.gates.filter(({ state }) => state === 'closed')).to.deep.equal([]);
        expect(check).to.not.have.property('decidingGate');
        // Whether SOAP login() is on in an org nobody can read.
        expect(check.outcome).to.equal(flow === 'soap-login' ? 'inconclusive' : 'healthy');
      });

      for (const gate of appGates) {
        const close = closers[gate](flow, kind);
        if (close === undefined) continue;
        it(`is ${gate} where it alone is closed, with its cause and a remedy`, () => {
          const check = walked(close(openCase(flow, kind)));
          expect(check.decidingGate).to.equal(gate);
          // An app without a certificate has the flow off, and the certificate missing.
          const implied = gate === 'flow' && flow === 'jwt' ? ['flow', 'certificate'] : [gate];
          expect(check.gates.filter(({ state }) => state === 'closed').map((one) => one.gate)).to.deep.equal(implied);
          expect(gateOf(check, gate).closedBy[0]?.remedies).to.not.have.lengthOf(0);
          expect(check.outcome).to.equal(gate === 'propagated' ? 'transient' : 'cause-found');
        });
      }

      for (const { earlier, later } of pairs) {
        const [first, second] = [closers[earlier](flow, kind), closers[later](flow, kind)];
        if (first === undefined || second === undefined) continue;
        met.add(`${earlier} ${later}`);
        it(`is ${earlier} where ${later} is closed too`, () => {
          const open = openCase(flow, kind);
          for (const both of [second(first(open)), first(second(open))]) {
            const check = walked(both);
            expect(check.decidingGate).to.equal(earlier);
            expect(gateOf(check, earlier).state).to.equal('closed');
            expect(gateOf(check, later).state).to.equal('closed');
          }
        });
      }
    });
  }

  it('was looked for in every pair of gates that one login can meet', () => {
    const apart = pairs
      .map(({ earlier, later }) => `${earlier} ${later}`)
      .filter((pair) => !met.has(pair))
      .toSorted();
    // Each of these gates belongs to flows to which the other does not.
    expect(apart).to.deep.equal([
      'callback-url certificate',
      'callback-url mfa',
      'callback-url refresh-token',
      'callback-url run-as-user',
      'certificate refresh-token',
      'certificate run-as-user',
      'client-authentication certificate',
      'flow callback-url',
      'flow refresh-token',
      'mfa refresh-token',
      'mfa run-as-user',
      'refresh-token run-as-user',
    ]);
  });
});
