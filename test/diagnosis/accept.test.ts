import { expect } from 'chai';
import { acceptLater, diagnose } from '../../src/diagnosis/index.ts';
import { clue, foretells, proves } from '../../src/model/index.ts';
import type { CauseId, Sign } from '../../src/model/index.ts';
import { bareCause } from '../support/bare-cause.ts';
import { evidence, now } from '../support/evidence.ts';
import { silent } from '../support/silent.ts';

const saying = (id: CauseId, sign: Sign) =>
  bareCause({ id, gate: 'user-state', blocks: true, clues: [clue('state', ['user'], () => sign)], remedies: [] });

const found = diagnose({
  evidence: evidence({ user: undefined, refusals: [] }),
  causes: [saying('user-frozen', proves()), saying('jwt-cert-expired', foretells('2026-12-01T00:00:00.000Z'))],
  speaker: silent,
  cost: { orgRoundTrips: 0, requests: 0, milliseconds: 0 },
});

describe('what somebody accepted', () => {
  it('is marked where it breaks later, and never where it stops a login today', () => {
    const accepted = acceptLater(found, [{ reason: 'is replaced in time' }], now);
    expect(accepted.findings.map(({ cause, role, accepted: by }) => [cause, role, by])).to.deep.equal([
      ['user-frozen', 'root', undefined],
      ['jwt-cert-expired', 'later', { reason: 'is replaced in time' }],
    ]);
  });

  it('is marked for the login that was meant: by its user or whom it runs as, by any name of its app', () => {
    const integration = {
      ...{ username: 'ci@acme.example', runAs: 'run@acme.example' },
      ...{ app: 'sync', appLabel: 'Marketing Sync', consumerKey: '3MVG9', sourceIps: [] },
    };
    const isMarked = (entry: object): boolean =>
      acceptLater({ ...found, integration }, [{ ...entry, reason: 'x' }], now).findings.some(
        ({ accepted }) => accepted,
      );
    for (const user of ['ci@acme.example', 'run@acme.example']) expect(isMarked({ user }), user).to.equal(true);
    for (const app of ['sync', 'Marketing Sync', '3MVG9']) expect(isMarked({ app }), app).to.equal(true);
    for (const other of [{ user: 'other@acme.example' }, { app: 'Other' }])
      expect(isMarked(other), JSON.stringify(other)).to.equal(false);
  });

  it('is marked for no other cause', () => {
    expect(acceptLater(found, [{ cause: 'user-frozen', reason: 'x' }], now)).to.deep.equal(found);
  });
});
