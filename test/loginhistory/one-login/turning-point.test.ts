import { expect } from 'chai';
import { turningPoint } from '../../../src/loginhistory/one-login/index.ts';
import type { LoginRow } from '../../../src/model/index.ts';

const row = (hour: number, success: boolean): LoginRow => ({
  id: String(hour),
  at: `2026-11-23T0${String(hour)}:00:00.000Z`,
  status: success ? 'Success' : 'Invalid Password',
  success,
  recognised: true,
  suspects: [],
});

describe('turningPoint', () => {
  it('knows nothing without rows', () => {
    expect(turningPoint([], '2026-11-23T09:00:00.000Z')).to.deep.equal({});
  });

  it('gives the last success and the first failure after it', () => {
    const rows = [row(5, false), row(4, false), row(3, true), row(2, false), row(1, true)];
    expect(turningPoint(rows, '2026-11-23T09:00:00.000Z')).to.deep.equal({
      lastSuccess: '2026-11-23T03:00:00.000Z',
      firstFailure: '2026-11-23T04:00:00.000Z',
    });
  });

  it('does not look beyond the failing moment', () => {
    const rows = [row(5, true), row(4, false), row(3, true)];
    expect(turningPoint(rows, '2026-11-23T04:30:00.000Z')).to.deep.equal({
      lastSuccess: '2026-11-23T03:00:00.000Z',
      firstFailure: '2026-11-23T04:00:00.000Z',
    });
  });

  it('counts what was recorded at the failing moment', () => {
    expect(turningPoint([row(4, false), row(3, true)], '2026-11-23T04:00:00.000Z')).to.deep.equal({
      lastSuccess: '2026-11-23T03:00:00.000Z',
      firstFailure: '2026-11-23T04:00:00.000Z',
    });
  });

  it('has only a first failure where nothing ever succeeded', () => {
    expect(turningPoint([row(2, false), row(1, false)], '2026-11-23T09:00:00.000Z')).to.deep.equal({
      firstFailure: '2026-11-23T01:00:00.000Z',
    });
  });
});
