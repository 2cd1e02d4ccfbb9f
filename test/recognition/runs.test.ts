import { expect } from 'chai';
import { rankCauses, recognizeRefusals } from '../../src/recognition/index.ts';

describe('a log of several runs, refused for different reasons', () => {
  const [secret, inactive] = ['invalid_client: invalid client credentials', 'invalid_grant: inactive user'];
  const log = (...lines: ReadonlyArray<readonly [string, string]>): string =>
    lines.map(([at, said]) => `${at} ERROR salesforce: ${said}`).join('\n');
  const ranked = (text: string): string[] => rankCauses(recognizeRefusals(text)).map(({ cause }) => cause);
  const [yesterday, today] = ['2026-11-29T02:00:00Z', '2026-11-30 02:00:00'];

  it('is decided by the newest, whatever the order of the lines', () => {
    expect(ranked(log([yesterday, secret], [today, inactive]))).to.deep.equal(['user-inactive', 'user-frozen']);
    expect(ranked(log([today, inactive], [yesterday, secret]))).to.deep.equal(['user-inactive', 'user-frozen']);
  });

  it('is one that was said again: by when it was said last', () => {
    expect(ranked(log([yesterday, inactive], [yesterday, secret], [today, inactive]))).to.deep.equal([
      'user-inactive',
      'user-frozen',
    ]);
  });

  it('is one run where the lines lie half an hour apart, or do not tell when they were written', () => {
    const after = (at: string): string[] => ranked(log(['2026-11-30T01:30:00Z', secret], [at, inactive]));
    expect(after('2026-11-30T02:00:00Z')).to.include('app-wrong-secret');
    expect(after('2026-11-30T02:00:01Z')).to.not.include('app-wrong-secret');
    expect(ranked(`${secret}\n${inactive}`)).to.include.members(['app-wrong-secret', 'user-inactive']);
  });

  it('does not take a time in the middle of a long line for the time of the line', () => {
    const told = (before: number): string[] => {
      const long = `${'x'.repeat(before)} 2026-11-20T02:00:00Z ${'y'.repeat(370)} ${secret}`;
      return ranked(`${long}\n${today} ERROR salesforce: ${inactive}`);
    };
    expect(told(0)).to.not.include('app-wrong-secret');
    expect(told(500)).to.include('app-wrong-secret');
  });

  it('leaves the older where the newest leaves more than two open', () => {
    expect(ranked(log([yesterday, inactive], [today, 'invalid_grant: authentication failure']))[0]).to.equal(
      'user-inactive',
    );
  });

  it('is dated by the head of its line, as far as that is near', () => {
    const dated = (between: string): string[] =>
      ranked(`${yesterday} ${secret}\n${today}${between} salesforce: ${inactive}`);
    expect(dated(' '.repeat(300))).to.deep.equal(['user-inactive', 'user-frozen']);
    expect(dated(' '.repeat(500))).to.include('app-wrong-secret');
  });
});
