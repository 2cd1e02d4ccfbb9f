import { expect } from 'chai';
import { known } from '../../src/model/index.ts';
import type { Cause, Change, Evidence, ReplayRow } from '../../src/model/index.ts';
import { completed } from '../../src/library/evidence.ts';
import userFrozen from '../../src/causes/user-frozen.ts';
import { appOf, coursesIn, replayed, type OwnedRow } from '../../src/selftest/replay.ts';

const source = { place: 'org', name: 'UserLogin' } as const;
const causes: readonly Cause[] = [userFrozen];

const row = (at: string, more: Partial<OwnedRow> = {}): OwnedRow => ({
  id: at,
  at,
  userId: '005',
  status: 'Success',
  success: true,
  recognised: true,
  suspects: [],
  application: 'Sync',
  loginType: 'Remote Access 2.0',
  ...more,
});

const failure = (at: string, more: Partial<OwnedRow> = {}): OwnedRow =>
  row(at, { status: 'Something new', success: false, recognised: false, ...more });

const evidence = (isFrozen: boolean, changes?: readonly Change[]): Evidence =>
  completed(
    {
      userLogin: known({ isFrozen, isPasswordLocked: false }, source),
      ...(changes === undefined ? {} : { changes: known(changes, source) }),
    },
    { now: '2026-11-30T12:00:00Z', integration: { sourceIps: [] }, refusals: [] },
  );

const froze = (at: string): Change => ({ at, action: 'FROZEUSER', display: '', about: 'user' });

const verdicts = (rows: readonly OwnedRow[], seen: Evidence): readonly string[] => {
  const [course] = coursesIn(rows);
  const told: readonly ReplayRow[] = replayed({ course: course!, rows, evidence: seen, causes }, { user: 1, app: 1 });
  return told.map(({ verdict, by = '', logins }) => `${verdict} ${by} ${logins}`.replace('  ', ' '));
};

const ten = '2026-11-30T10:00:00Z';
const eleven = '2026-11-30T11:00:00Z';

describe('selftest: recorded logins against the settings of today', () => {
  it('a success that nothing would refuse agrees', () => {
    expect(verdicts([row(ten), row(eleven)], evidence(false, []))).to.deep.equal(['agrees 2']);
  });

  it('a success that would be refused contradicts, unless it was changed since', () => {
    expect(verdicts([row(ten)], evidence(true, []))).to.deep.equal(['contradicts 1']);
    expect(verdicts([row(ten)], evidence(true, [froze(eleven)]))).to.deep.equal(['agrees change 1']);
    expect(verdicts([row(eleven)], evidence(true, [froze(ten)]))).to.deep.equal(['contradicts 1']);
  });

  it('without sight of the changes it cannot be told', () => {
    expect(verdicts([row(ten)], evidence(true))).to.deep.equal(['untold 1']);
    expect(verdicts([failure(ten)], evidence(false))).to.deep.equal(['untold 1']);
  });

  it('a refusal for it that came later says that it came about in between', () => {
    const later = failure(eleven, { status: 'User Is Frozen', recognised: true, suspects: ['user-frozen'] });
    expect(verdicts([row(ten), later], evidence(true, []))).to.deep.equal(['agrees status 1', 'agrees change 1']);
  });

  it('a failure is explained by its status, by a setting, or by a change since the login that went well', () => {
    expect(verdicts([failure(ten, { recognised: true })], evidence(false, []))).to.deep.equal(['agrees status 1']);
    expect(verdicts([failure(ten)], evidence(true, []))).to.deep.equal(['agrees settings 1']);
    const between = froze('2026-11-30T10:30:00Z');
    expect(verdicts([row(ten), failure(eleven)], evidence(false, [between]))[0]).to.equal('agrees change 1');
    expect(verdicts([row(ten), failure(eleven)], evidence(false, [froze('2026-11-30T09:00:00Z')]))[0]).to.equal(
      'contradicts 1',
    );
  });

  it('integrations are what logs in alike, the busiest first; people in browsers are none', () => {
    const person = row(ten, { loginType: 'Application', application: 'Browser' });
    const other = row(ten, { application: 'Other' });
    const courses = coursesIn([person, other, row(ten), row(eleven)]);
    expect(courses.map(({ rows }) => [rows.length, rows[0].at, appOf(rows[0])])).to.deep.equal([
      [2, eleven, 'Sync'],
      [1, ten, 'Other'],
    ]);
    expect(appOf(row(ten, { application: 'N/A' }))).to.equal(undefined);
  });
});
