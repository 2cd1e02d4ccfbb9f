import { mock } from 'node:test';
import { expect } from 'chai';
import { graceMs, withGrace } from '../../src/oauth/grace.ts';

describe('the time that what must not be cut off has', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('is half a minute', () => {
    const late = withGrace(AbortSignal.abort(), graceMs);
    mock.timers.tick(29_999);
    expect(late.aborted).to.equal(false);
    mock.timers.tick(1);
    expect(late.aborted).to.equal(true);
  });
});
