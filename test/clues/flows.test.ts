import { expect } from 'chai';
import { flowsBut, otherFlow, sendsPassword } from '../../src/clues/flows.ts';
import type { Clue, Facts, Flow, Refusal } from '../../src/model/index.ts';
import { deciding, suspecting } from '../support/standing.ts';

const read = (clue: Clue, flow: Flow | undefined, refusals: readonly Refusal[] = []) =>
  clue.read({ integration: { sourceIps: [], ...(flow === undefined ? {} : { flow }) }, refusals } as unknown as Facts)
    ?.kind;

describe('flows', () => {
  it('rules out by a flow in which it cannot happen, never by an unknown one', () => {
    const clue = otherFlow('jwt-cert-expired', ['jwt']);
    expect(read(clue, 'web')).to.equal('rules-out');
    expect(read(clue, 'jwt')).to.equal(undefined);
    expect(read(clue, undefined)).to.equal('untold');
  });

  it('doubts the flow where a wording has the cause alone', () => {
    const clue = otherFlow('jwt-cert-expired', ['jwt']);
    expect(read(clue, 'web', [deciding('jwt-cert-expired')])).to.equal(undefined);
    expect(read(clue, 'web', [suspecting('jwt-cert-expired')])).to.equal('rules-out');
  });

  it('can name the flows that are out instead', () => {
    const clue = otherFlow('app-wrong-secret', flowsBut('jwt', 'soap-login'));
    expect(read(clue, 'jwt')).to.equal('rules-out');
    expect(read(clue, 'web')).to.equal(undefined);
  });

  it('knows which flows send a password', () => {
    expect((['password', 'soap-login', 'jwt', undefined] as const).map(sendsPassword)).to.deep.equal([
      true,
      true,
      false,
      false,
    ]);
  });
});
