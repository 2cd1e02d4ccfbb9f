import { expect } from 'chai';
import { stepsFor } from '../../src/words/steps.ts';
import { loadWords } from '../../src/words/index.ts';

const words = loadWords();
const steps = [
  'Open Setup.',
  'Connected app: open Manage Connected Apps.',
  'External client app: open its policies.',
  'Save.',
];

describe('the steps of a remedy', () => {
  it('are one road where the kind of app was seen', () => {
    expect(stepsFor(steps, words, { appKind: 'connected-app' })).to.deep.equal([
      ...['Open Setup.', 'Open Manage Connected Apps.', 'Save.'],
    ]);
    expect(stepsFor(steps, words, { appKind: 'external-client-app' })[1]).to.equal('Open its policies.');
  });

  it('are two ways of one step where it was not, never two steps', () => {
    expect(stepsFor(steps, words, {})).to.deep.equal([
      'Open Setup.',
      'Connected app: open Manage Connected Apps. External client app: open its policies.',
      'Save.',
    ]);
  });

  it('join no ways of different kinds', () => {
    const both = ['JWT: sign it.', 'Connected app: open it.'];
    expect(stepsFor(both, words, {})).to.deep.equal(both);
  });
});
