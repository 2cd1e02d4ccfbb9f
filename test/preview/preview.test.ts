import { expect } from 'chai';
import { previewOf } from '../../src/preview/preview.ts';
import { loadWords, speakOfPreview } from '../../src/words/index.ts';

describe('what a preview comes to', () => {
  it('is not clear where not all logins were seen', () => {
    const outcome = (...blindSpots: readonly string[]): string =>
      previewOf({
        integrations: [],
        edits: [],
        causes: [],
        now: '2026-11-30T00:00:00Z',
        people: 0,
        baseline: [],
        lint: [],
        blindSpots,
        cost: { orgRoundTrips: 0, requests: 0, milliseconds: 0 },
        speaker: speakOfPreview(loadWords()),
      }).outcome;
    expect(outcome()).to.equal('clear');
    expect(outcome('Parts of Login History were not counted.')).to.equal('untold');
  });
});
