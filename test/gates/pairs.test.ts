import { expect } from 'chai';
import { gates, flows } from '../../src/model/index.ts';
import type { Gate, Flow } from '../../src/model/index.ts';
import { closers, openCase, type Kind } from './support/closers.ts';
import { gateOf, walked } from './support/walked.ts';

const kinds: readonly Kind[] = ['connected-app', 'external-client-app'];

/** External client apps know no password flow. */
const cases: ReadonlyArray<readonly [Flow, Kind]> = flows.flatMap((flow) =>
  kinds
    .filter((kind) => kind === 'connected-app' || (flow !== 'password' && flow !== 'soap-login'))
    .map((kind) => [flow, kind] as const),
);

type Pair = { readonly earlier: Gate; readonly later: Gate };

/** The others are closed by what is met on the way, or by words: no state of an org closes them. */
const closed = gates.filter((gate) => closers[gate] !== undefined);

const pairs: readonly Pair[] = closed.flatMap((earlier, at) =>
  closed.slice(at + 1).map((later) => ({ earlier, later })),
);

const met = new Set<string>();

describe('the deciding gate', () => {
  for (const [flow, kind] of cases) {
    describe(`${flow}, ${kind}`, () => {
      it('is none where every gate is open', () => {
        const check = walked(openCase(flow, kind));
        expect(check.gates.filter(({ state }) => state === 'closed')).to.deep.equal([]);
        expect(check).to.not.have.property('decidingGate');
        // Nobody said whether a stored refresh token is sent with the secret that the app asks for, and no query tells
        // whether SOAP login() is switched on.
        const untold = flow === 'refresh-token' || flow === 'soap-login';
        expect(check.outcome).to.equal(untold ? 'inconclusive' : 'healthy');
      });

      for (const gate of gates) {
        const close = closers[gate]?.(flow, kind);
        if (close === undefined) continue;
        it(`is ${gate} where it alone is closed, with its cause and a remedy`, () => {
          const check = walked(close(openCase(flow, kind)));
          expect(check.decidingGate).to.equal(gate);
          expect(check.gates.filter(({ state }) => state === 'closed').map((one) => one.gate)).to.deep.equal([gate]);
          expect(gateOf(check, gate).closedBy[0]?.remedies).to.not.have.lengthOf(0);
          expect(check.outcome).to.equal(gate === 'propagated' ? 'transient' : 'cause-found');
        });
      }

      for (const { earlier, later } of pairs) {
        const [first, second] = [closers[earlier]?.(flow, kind), closers[later]?.(flow, kind)];
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
      'refresh-token mfa',
      'refresh-token run-as-user',
      'run-as-user mfa',
    ]);
  });
});
