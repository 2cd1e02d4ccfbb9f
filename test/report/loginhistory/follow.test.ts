import { expect } from 'chai';
import { redactor } from '../../../src/report/index.ts';
import { failuresRedactor, followEnd, followIntro, followLine } from '../../../src/report/loginhistory/index.ts';
import type { Followed } from '../../../src/model/index.ts';
import { loadWords } from '../../../src/words/index.ts';

const words = loadWords();
const page = { words, zone: 'UTC' };

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
    expect(followLine(failed, page)).to.equal(
      '2026-11-23 02:14:05 UTC  sync@acme.com by Marketing Sync from 203.0.113.7  User Is Frozen  The user is frozen',
    );
  });

  it('on a terminal it fits, and says first what it says', () => {
    expect(followLine(failed, { ...page, columns: 80 })).to.equal(
      '02:14:05 UTC  User Is Frozen  sync@acme.com / Marketing Sync / 203.0.113.7',
    );
    const short = followLine({ ...failed, rows: 11 }, { ...page, columns: 40 });
    expect(short).to.equal('02:14:05 UTC  User Is Frozen (11)  sy...');
    const silent = { kind: 'trouble', at: failed.at, code: 'SERVER_UNAVAILABLE' } as const;
    expect(followLine(silent, { ...page, columns: 30 })).to.have.lengthOf(30);
  });

  it('each line has the local time beside UTC, in a pipe and on a terminal', () => {
    const berlin = { words, zone: 'Europe/Berlin' };
    const lines = [
      failed,
      { kind: 'works-again', at: failed.at, user: 'a', lastFailure: '2026-11-23T02:10:05Z' },
      { kind: 'trouble', at: failed.at, code: 'SERVER_UNAVAILABLE' },
    ] as const;
    for (const told of lines)
      expect(followLine(told, berlin)).to.match(/^2026-11-23 02:14:05 UTC \(03:14 \S+\) {2}\S/u);
    expect(followLine(failed, { ...berlin, columns: 80 })).to.match(
      /^02:14:05 UTC \(03:14 \S+\) {2}User Is Frozen {2}s/u,
    );
  });

  it('rows of one attempt are one line', () => {
    expect(followLine({ ...failed, rows: 11 }, page)).to.include('User Is Frozen (11 failures)');
  });

  it('an unknown status is shown verbatim, and no cause is guessed', () => {
    const { decides, ...unknown } = failed;
    expect(decides).to.equal('user-frozen');
    const line = followLine({ ...unknown, status: 'Never seen', recognised: false }, page);
    expect(line).to.match(/Never seen {2}not known to this tool$/u);
  });

  it('says that it works again, that a threshold is exceeded, and that the org is silent', () => {
    const lines = [
      followLine({ kind: 'works-again', at: '2026-11-23T03:14:05Z', user: 'a', lastFailure: failed.at }, page),
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
        page,
      ),
      followLine({ kind: 'trouble', at: failed.at, code: 'SERVER_UNAVAILABLE' }, page),
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
