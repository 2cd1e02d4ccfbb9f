import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { isoOf } from '../../src/model/index.ts';
import type { Change, Facts, LoginRow } from '../../src/model/index.ts';
import type { LoginGroup } from '../../src/loginhistory/reading/index.ts';
import { coursesIn, appOf, type OwnedRow } from '../../src/selftest/courses.ts';
import { replayed, type Held } from '../../src/selftest/replay.ts';
import { evidence } from '../support/evidence.ts';
import { working } from '../preview/support.ts';
import { without } from '../support/without.ts';

const [ten, eleven] = [Date.parse('2026-11-30T10:00:00Z'), Date.parse('2026-11-30T11:00:00Z')];

const type = 'Remote Access 2.0';

const group = (status: string, at: number, more: Partial<LoginGroup> = {}): LoginGroup => ({
  status,
  success: status === 'Success',
  application: 'Marketing Sync',
  loginType: type,
  user: '005',
  hour: at,
  span: 3_600_000,
  count: 1,
  first: at,
  last: at,
  ...more,
});

type Given = {
  /** When it last logged in. */
  readonly at: number;
  readonly facts?: Partial<Facts>;
  /** Absent: what was changed was not seen. */
  readonly changes?: readonly Change[];
  readonly failures?: readonly LoginGroup[];
};

const told = ({ at, facts = {}, changes, failures = [] }: Given): readonly string[] => {
  const seen = { ...without(working, 'changes'), ...facts, ...(changes === undefined ? {} : { changes }) };
  const held: Held = {
    integrations: [
      {
        seen: {
          user: 'sync@acme.com',
          person: false,
          app: 'Marketing Sync',
          loginType: type,
          sourceIps: [],
          logins: 2,
          lastLogin: isoOf(at),
        },
        times: [{ from: isoOf(at), to: isoOf(at) }],
        row: { id: '', at: isoOf(at), status: 'Success', success: true, recognised: true, suspects: [] },
        evidence: evidence(seen),
      },
    ],
    nameOf: (id) => (id === '005' ? 'sync@acme.com' : id),
    groups: [group('Success', at), ...failures],
    causes,
  };
  return replayed(held).map(({ status, verdict, by, causes: for_, logins }) =>
    [status, verdict, by, ...for_, logins].filter((one) => one !== undefined).join(' '),
  );
};

const frozen: Partial<Facts> = { userLogin: { isFrozen: true, isPasswordLocked: false } };

const froze = (at: number): Change => ({ at: isoOf(at), action: 'FROZEUSER', display: '', about: 'user' });

const half = 30 * 60_000;

describe('selftest: recorded logins against the settings of today', () => {
  it('a success that nothing would refuse agrees', () => {
    expect(told({ at: ten, changes: [] })).to.deep.equal(['Success agrees 2']);
  });

  it('a success that would be refused contradicts, unless it was changed since', () => {
    expect(told({ at: ten, facts: frozen, changes: [] })).to.deep.equal(['Success contradicts user-frozen 2']);
    expect(told({ at: ten, facts: frozen, changes: [froze(eleven)] })).to.deep.equal([
      'Success agrees change user-frozen 2',
    ]);
    expect(told({ at: eleven, facts: frozen, changes: [froze(ten)] })).to.deep.equal([
      'Success contradicts user-frozen 2',
    ]);
  });

  it('without sight of the changes it cannot be told', () => {
    expect(told({ at: ten, facts: frozen })).to.deep.equal(['Success untold user-frozen 2']);
    expect(told({ at: ten, failures: [group('Something new', eleven)] })[1]).to.equal('Something new untold 1');
  });

  it('a refusal for it that came later says that it came about in between', () => {
    const later = group('User Is Frozen', eleven, { count: 3 });
    expect(told({ at: ten, facts: frozen, changes: [], failures: [later] })).to.deep.equal([
      'Success agrees change user-frozen 2',
      'User Is Frozen agrees status user-frozen 3',
    ]);
    const before = group('User Is Frozen', ten - half);
    const others = group('User Is Frozen', eleven, { user: '0059' });
    for (const failure of [before, others])
      expect(told({ at: ten, facts: frozen, changes: [], failures: [failure] })[0]).to.equal(
        'Success contradicts user-frozen 2',
      );
  });

  it('a failure is explained by a setting, or by a change since the login that went well', () => {
    const strange = group('Something new', eleven);
    const failed = (given: Partial<Given>): string | undefined => told({ at: ten, failures: [strange], ...given })[1];
    expect(failed({ facts: frozen, changes: [] })).to.equal('Something new agrees settings user-frozen 1');
    expect(failed({ changes: [froze(ten + half)] })).to.equal('Something new agrees change 1');
    expect(failed({ changes: [froze(ten - half)] })).to.equal('Something new contradicts 1');
    expect(failed({ changes: [froze(eleven + half)] })).to.equal('Something new contradicts 1');
  });

  it('failures are alike by user, app, kind of login and status; those of people in browsers are left out', () => {
    const failures = [
      group('Something new', ten, { count: 2 }),
      group('Something new', eleven),
      group('Something new', eleven, { application: 'Other' }),
      group('Something new', eleven, { loginType: 'Application', application: 'Browser' }),
    ];
    expect(told({ at: ten, failures }).slice(1)).to.deep.equal(['Something new untold 3', 'Something new untold 1']);
  });

  it('everything is asked of what logs in alike, the busiest first; of people in browsers nothing', () => {
    const row = (at: number, more: Partial<LoginRow> = {}): OwnedRow => ({
      id: String(at),
      at: isoOf(at),
      userId: '005',
      status: 'Success',
      success: true,
      recognised: true,
      suspects: [],
      application: 'Sync',
      loginType: type,
      ...more,
    });
    const person = row(ten, { loginType: 'Application', application: 'Browser' });
    const courses = coursesIn([person, row(ten, { application: 'Other' }), row(ten), row(eleven)]);
    expect(courses.map(({ rows }) => [rows.length, rows[0].at, appOf(rows[0])])).to.deep.equal([
      [2, isoOf(eleven), 'Sync'],
      [1, isoOf(ten), 'Other'],
    ]);
    expect(appOf(row(ten, { application: 'N/A' }))).to.equal(undefined);
  });
});
