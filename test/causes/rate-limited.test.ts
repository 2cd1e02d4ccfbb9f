import { expect } from 'chai';
import rateLimited from '../../src/causes/rate-limited.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import { recognizeRefusals } from '../../src/recognition/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { evidence } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing } from '../support/standing.ts';

const logins = (count: number, at = '2026-11-23T01:30:00Z') => Array.from({ length: count }, () => row(at));

describe('rate-limited', () => {
  it('is silent at a slow pace, and of few rows', () => {
    expect(standing(rateLimited, { loginRows: logins(1000) }).said).to.deep.equal({});
    expect(standing(rateLimited, { loginRows: logins(200, '2026-11-23T01:59:30Z') }).said).to.deep.equal({});
  });

  it('is suspected by a page of rows that a few minutes filled', () => {
    const fast = standing(rateLimited, { loginRows: logins(1000, '2026-11-23T01:50:00Z') });
    expect(fast.standing).to.equal('suspected');
    expect(fast.sentences[0]).to.include('1000 times within 10 minutes');
  });

  it('takes a row a second for the pace, and 300 rows for enough to see one', () => {
    const said = (count: number, at: string) => standing(rateLimited, { loginRows: logins(count, at) }).said;
    expect(said(600, '2026-11-23T01:50:00Z')).to.deep.equal({ pace: 'suggests' });
    expect(said(599, '2026-11-23T01:50:00Z')).to.deep.equal({});
    expect(said(300, '2026-11-23T01:59:00Z')).to.deep.equal({ pace: 'suggests' });
    expect(said(299, '2026-11-23T01:59:00Z')).to.deep.equal({});
  });

  it('tells the calls of the day from logins, by the limit that the refusal names', () => {
    const refused = (text: string) => standing(rateLimited, { refusals: recognizeRefusals(text) });
    const ofDay = refused('[{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]');
    expect(ofDay.said).to.deep.equal({ said: 'proves', 'calls-of-the-day': 'suggests' });
    for (const other of ['login rate exceeded', 'REQUEST_LIMIT_EXCEEDED: ConcurrentRequests Limit exceeded.'])
      expect(refused(other).said).to.deep.equal({ said: 'proves' });
  });

  it('says what helps against the one, and not what helps against the other', () => {
    const helps = (text: string) =>
      diagnose({
        evidence: evidence({ refusals: recognizeRefusals(text) }),
        causes: [rateLimited],
        speaker: speakFrom(loadWords()),
        cost: { orgRoundTrips: 0, requests: 0, milliseconds: 0 },
      }).findings[0]?.remedies.map(({ id }) => id);
    expect(helps('REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.')).to.deep.equal(['find-who-calls']);
    expect(helps('login rate exceeded')).to.deep.equal(['keep-the-token', 'wait']);
  });

  it('counts the hour before the failure only', () => {
    const late = { loginRows: logins(3600), failedAt: '2026-11-23T02:31:00Z' };
    expect(standing(rateLimited, late).said).to.deep.equal({});
    const early = { loginRows: logins(3600), failedAt: '2026-11-23T01:29:00Z' };
    expect(standing(rateLimited, early).said).to.deep.equal({});
    expect(standing(rateLimited, healthy).standing).to.equal('no-sign');
  });
});
