import { expect } from 'chai';
import { redactor } from '../../../src/report/index.ts';
import { failuresRedactor, followEnd, followIntro, followLine } from '../../../src/report/loginhistory/index.ts';
import type { Followed } from '../../../src/model/index.ts';
import { loadWords } from '../../../src/words/index.ts';

const words = loadWords();

const failed = {
  kind: 'failed',
  at: '2026-11-23T02:14:05Z',
  user: 'sync@acme.com',
  app: 'Marketing Sync',
  sourceIp: '203.0.113.7',
  status: 'User Is Frozen',
  recognised: true,
  decides: 'user-frozen',
  suspects: [],
  rows: 1,
  continues: false,
} as const satisfies Followed;

describe('failed logins: following', () => {
  it('one line says who, from where, the status and what it means', () => {
    expect(followLine(failed, words)).to.equal(
      '2026-11-23 02:14:05 UTC  sync@acme.com by Marketing Sync from 203.0.113.7  User Is Frozen  The user is frozen',
    );
  });

  it('on a terminal it fits, and says first what it says', () => {
    expect(followLine(failed, words, 80)).to.equal(
      '02:14:05  User Is Frozen  sync@acme.com / Marketing Sync / 203.0.113.7',
    );
    expect(followLine({ ...failed, rows: 11 }, words, 40)).to.equal('02:14:05  User Is Frozen (11)  sync@a...');
    expect(followLine({ kind: 'trouble', at: failed.at, code: 'SERVER_UNAVAILABLE' }, words, 30)).to.have.lengthOf(30);
  });

  it('rows of one attempt are one line', () => {
    expect(followLine({ ...failed, rows: 11 }, words)).to.include('User Is Frozen (11 failures)');
  });

  it('an unknown status is shown verbatim, and no cause is guessed', () => {
    const { decides, ...unknown } = failed;
    expect(decides).to.equal('user-frozen');
    const line = followLine({ ...unknown, status: 'Never seen', recognised: false }, words);
    expect(line).to.match(/Never seen {2}not known to this tool$/u);
  });

  it('says that it works again, that a threshold is exceeded, and that the org is silent', () => {
    const lines = [
      followLine({ kind: 'works-again', at: '2026-11-23T03:14:05Z', user: 'a', lastFailure: failed.at }, words),
      followLine(
        {
          kind: 'exceeded',
          at: failed.at,
          threshold: {
            limit: 2,
            windowMs: 900_000,
            state: 'exceeded',
            highest: { from: failed.at, to: '2026-11-23T02:29:05Z', rows: 3 },
          },
        },
        words,
      ),
      followLine({ kind: 'trouble', at: failed.at, code: 'SERVER_UNAVAILABLE' }, words),
      followIntro(30_000, words),
      followEnd({ failures: 1, successes: 2 }, 60_000, words),
    ];
    expect(lines).to.deep.equal([
      '2026-11-23 03:14:05 UTC  a  works again, 1 h after it last failed',
      '2026-11-23 02:14:05 UTC  Threshold exceeded: 3 failures in 15 min, from 2026-11-23 02:14:05 UTC to 2026-11-23 02:29:05 UTC. The limit is 2 failures.',
      '2026-11-23 02:14:05 UTC  The org did not answer (SERVER_UNAVAILABLE). The next look makes up for it.',
      'Following new logins every 30 s. Press Ctrl+C to end.',
      '1 failure and 2 successes in 1 min.',
    ]);
  });

  it('redacted, the same one has the same pseudonym in every line', () => {
    const hide = failuresRedactor(redactor());
    const [one, other] = [hide.told(failed), hide.told({ ...failed, sourceIp: '203.0.113.8' })];
    expect(one).to.include({ user: 'user-1', app: 'app-1', sourceIp: 'ip-1.1', status: 'User Is Frozen' });
    expect(other).to.include({ user: 'user-1', app: 'app-1', sourceIp: 'ip-1.2' });
  });
});
