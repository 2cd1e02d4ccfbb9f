import { expect } from 'chai';
import { diagnose } from '../../src/diagnosis/index.ts';
import { findingOf } from '../../src/diagnosis/findings.ts';
import type { FindingContext } from '../../src/diagnosis/findings.ts';
import { clue, foretells, proves, rulesOut, unknown } from '../../src/model/index.ts';
import type { Cause, CauseId, Evidence, Facts, Remedy, Sign } from '../../src/model/index.ts';
import { bareCause } from '../support/bare-cause.ts';
import { evidence } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';
import { silent } from '../support/silent.ts';
import { row, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

const run = (causes: readonly Cause[], seen: Evidence) => diagnose({ evidence: seen, causes, speaker: silent, cost });

const proving = (id: CauseId, ...clues: readonly string[]): Cause =>
  bareCause({
    id,
    gate: 'user-state',
    blocks: true,
    clues: clues.map((name) => clue(name, ['user'], () => proves())),
    remedies: [],
  });

const whole = (facts: Partial<Facts> = {}) => evidence({ ...healthy, ...facts });

describe('the turns of a diagnosis that few cases take', () => {
  it('passes by itself where the clue that proves it does so, and not by another', () => {
    const transient = ['passes'];
    expect(run([{ ...proving('rate-limited', 'passes'), transient }], whole()).outcome).to.equal('transient');
    expect(run([{ ...proving('rate-limited', 'stays'), transient }], whole()).outcome).to.equal('cause-found');
    expect(run([{ ...proving('rate-limited', 'stays', 'passes'), transient }], whole()).outcome).to.equal('transient');
  });

  it('names causes of one gate and one rank by their ids', () => {
    const names = (...ids: readonly CauseId[]) =>
      run(
        ids.map((id) => proving(id, 'state')),
        whole(),
      ).findings.map(({ cause }) => cause);
    expect(names('user-locked-out', 'user-frozen', 'user-inactive')).to.deep.equal([
      'user-frozen',
      'user-inactive',
      'user-locked-out',
    ]);
  });

  it('tells changes newest first, one of a second after another as they came', () => {
    const at = (time: string) => ({ at: time, action: 'frozeuser', display: time, about: 'user' }) as const;
    const [first, second, third] = ['2026-11-23T01:10:00Z', '2026-11-23T01:20:00Z', '2026-11-23T01:30:00Z'].map(at);
    const { changes } = run([], whole({ changes: [second!, third!, first!] }));
    expect(changes).to.deep.equal([third, second, first]);
    const twins = [second!, { ...second!, display: 'twin' }];
    expect(run([], whole({ changes: twins })).changes).to.deep.equal(twins);
  });

  it('where the API refused what the login was granted, a login that went well says nothing of when it began', () => {
    const change = { at: '2026-11-22T01:00:00.000Z', action: 'x', display: 'x', about: 'app' } as const;
    const well = row('2026-11-23T01:00:00.000Z');
    const by = (channels: ReadonlyArray<'rest' | 'token-endpoint'>, loginRows = [well]) => {
      const refusals = channels.map((channel) => ({ ...suspecting('missing-scope'), channel }));
      return run([], evidence({ refusals, loginRows, changes: [change] })).changes;
    };
    expect(by(['rest'])).to.deep.equal([change]);
    expect(by(['token-endpoint'])).to.deep.equal([]);
    expect(by(['rest', 'token-endpoint']), 'the login was refused as well').to.deep.equal([]);
    expect(by([]), 'nobody was refused').to.deep.equal([]);
    const failed = row('2026-11-23T02:20:00.000Z', { success: false, status: 'S', suspects: ['missing-scope'] });
    expect(by(['rest'], [failed, well]), 'the org recorded a login that failed').to.deep.equal([]);
  });

  it('counts a change of the very moment of the first failure', () => {
    const at = '2026-11-23T02:00:00.000Z';
    const change = { at, action: 'x', display: 'x', about: 'user' } as const;
    const loginRows = [row(at, { success: false, status: 'User is Frozen', decides: 'user-frozen' })];
    expect(run([], evidence({ refusals: [], loginRows, changes: [change] })).changes).to.deep.equal([change]);
  });

  it('shows the other failure of the integration beside the one that somebody pasted', () => {
    const loginRows = [
      row('2026-11-23T01:50:00Z', { success: false, status: 'Restricted IP', decides: 'ip-restricted' }),
      row('2026-11-23T01:40:00Z', { success: false, status: 'User is Frozen', decides: 'user-frozen' }),
    ];
    const { recorded } = run([], whole({ loginRows, refusals: [suspecting('user-frozen')] }));
    expect(recorded?.other).to.deep.include({ status: 'Restricted IP', application: 'Marketing Sync' });
  });

  it('knows of no address where nothing of the integration is known', () => {
    const seen: Evidence = { ...whole(), integration: unknown('not-asked') };
    expect(run([], seen).integration).to.deep.equal({ sourceIps: [] });
  });

  it('says why a fact was not seen, and nothing of one that was', () => {
    const asks = bareCause({
      id: 'user-frozen',
      gate: 'user-state',
      blocks: true,
      clues: [clue('frozen', ['userLogin', 'user'], () => undefined)],
      remedies: [],
    });
    const seen: Evidence = { ...whole(), userLogin: unknown('not-asked', '--username') };
    expect(run([asks], seen).blindSpots.map(({ fact, why, cure }) => [fact, why, cure])).to.deep.equal([
      ['userLogin', 'not-asked', '--username'],
    ]);
    expect(run([asks], whole()).blindSpots).to.deep.equal([]);
  });
});

describe('what lies ahead', () => {
  it('is linked to no change, neither one that brings it about nor one that undoes it', () => {
    const change = (at: string, action: string) => ({ at, action, display: action, about: 'user' as const });
    const failed = { success: false, decides: 'user-frozen' } as const;
    const changes = [change('2026-11-23T01:30:00Z', 'undoes'), change('2026-11-23T00:30:00Z', 'does')];
    const clues = [
      clue('coming', ['user'], () => foretells('2027-01-01T00:00:00Z')),
      clue('gone', ['user'], () => rulesOut()),
    ];
    const ahead = { ...proving('user-frozen'), clues, actions: ['does'], undoneBy: ['undoes'] };
    const [found] = run([ahead], whole({ changes, loginRows: [row('2026-11-23T01:00:00Z', failed)] })).findings;
    expect(found).to.include({ role: 'later' }).and.not.have.any.keys('change', 'undone', 'since');
  });
});

describe('what stops the login still', () => {
  const change = { at: '2026-11-23T01:30:00Z', action: 'undoes', display: 'undoes', about: 'user' } as const;
  const loginRows = [row('2026-11-23T01:00:00Z', { success: false, decides: 'user-frozen' })];

  it('was undone by nobody, whatever was done since', () => {
    const still = { ...proving('user-frozen', 'state'), undoneBy: ['undoes'] };
    const [found] = run([still], whole({ changes: [change], loginRows })).findings;
    expect(found).to.include({ standing: 'confirmed' }).and.not.have.property('undone');
  });

  it('came with a release, and not with a change of the app at that time', () => {
    const changedAt = '2026-10-10T12:00:00Z';
    const seen = whole({
      ...{ refusals: [suspecting('user-frozen')], changes: [], failedAt: '2026-10-11T06:00:00Z' },
      ...{ loginRows: [row('2026-10-09T22:00:00Z')], app: { ...(healthy.app ?? expect.fail()), changedAt } },
    });
    const of = (sign: Sign) =>
      run([{ ...proving('user-frozen'), clues: [clue('app', ['app'], () => sign)] }], seen).findings[0];
    expect(of(proves())?.change?.at).to.equal(changedAt);
    const enforced = of({ kind: 'proves', values: {}, enforced: 'soap-login-needs-any-api-auth' });
    expect(enforced).to.have.property('enforced');
    expect(enforced).to.not.have.property('change');
  });
});

describe('what the org does not have', () => {
  it('is said of a user and an app that somebody looked for', () => {
    expect(run([], whole()).absent).to.deep.equal([]);
    expect(run([], whole({ user: undefined })).absent).to.deep.equal(['user']);
    expect(run([], whole({ app: undefined })).absent).to.deep.equal(['app']);
    expect(run([], evidence({})).absent).to.deep.equal([]);
  });
});

describe('the row of a login that failed', () => {
  it('is shown with its time, its status, its app and its address', () => {
    const failed = row('2026-11-23T01:00:00Z', {
      ...{ success: false, status: 'Failed', application: 'Marketing Sync', sourceIp: '203.0.113.7' },
    });
    const { id, at, status, application, sourceIp } = failed;
    expect(run([], whole({ loginRows: [failed] })).failingRow).to.deep.equal({ id, at, status, application, sourceIp });
    const bare = without(without(failed, 'application'), 'sourceIp');
    expect(run([], whole({ loginRows: [bare] })).failingRow).to.deep.equal({ id, at, status });
  });
});

describe('a command of a remedy', () => {
  const host = 'https://acme.my.salesforce.com';
  const remedied = (who: Remedy['who'], command: string, more: Partial<FindingContext> = {}) => {
    const remedy: Remedy = { id: 'mend', who, effect: 'restores-user', setup: '/lightning/setup/Users/home' };
    const cause = { ...proving('user-frozen', 'state'), remedies: [remedy] };
    const [spoken] = findingOf(
      { cause, standing: 'confirmed', role: 'root', signs: [], unread: [] },
      {
        evidence: whole(),
        ...{ changes: [], known: [], meanwhile: [], changesSince: [] },
        speaker: { ...silent, remedy: () => ({ title: '', steps: [], command }) },
        ...{ host, isElsewhere: false, ...more },
      },
    ).remedies;
    return { command: spoken?.command, setup: spoken?.setup };
  };

  it('is offered to an admin of the org that was looked into, with its page there', () => {
    const setup = `${host}/lightning/setup/Users/home`;
    expect(remedied('org-admin', 'sf mend')).to.deep.equal({ command: 'sf mend', setup });
  });

  it('is none for an admin of another org, whose pages stand there; the owner of the integration keeps theirs', () => {
    const setup = '/lightning/setup/Users/home';
    expect(remedied('org-admin', 'sf mend', { isElsewhere: true })).to.deep.equal({ command: undefined, setup });
    expect(remedied('integration-owner', 'sf mend', { isElsewhere: true })).to.deep.equal({
      command: 'sf mend',
      setup,
    });
  });

  it('is none for a user whom nobody found in the org that was looked into', () => {
    const command = 'sf data update record --record-id <user id>';
    expect(remedied('org-admin', command).command).to.equal(undefined);
    expect(remedied('org-admin', command, { host: undefined }).command, 'no org was looked into').to.equal(command);
    expect(remedied('org-admin', command.replace('<user id>', '005')).command).to.include('005');
  });
});
