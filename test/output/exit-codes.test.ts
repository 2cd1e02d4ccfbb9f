import { expect } from 'chai';
import {
  endOf,
  exitCodeHelp,
  exitCodeOf,
  exitCodeOfCheck,
  exitCodeOfFailures,
  exitCodeOfLogins,
  exitCodeOfOrgs,
  exitCodeOfOverview,
  exitCodeSection,
  exitCodesOfWaiting,
  thresholds,
} from '../../src/output/exit-codes.ts';
import type { AppCheck, Diagnosis, LoginsHere, Outcome, WaitOutcome } from '../../src/model/index.ts';
import { loadWords } from '../../src/words/index.ts';
import { cases } from '../report/cases/index.ts';
import { allApps, checks } from '../report/gates/cases.ts';

/** What each outcome ends with, from each threshold on: `blocks`, `later`, `never`. */
const codes: ReadonlyArray<readonly [Outcome, readonly number[]]> = [
  ['healthy', [0, 0, 0]],
  ['cause-found', [3, 3, 0]],
  ['inconclusive', [4, 4, 0]],
  ['transient', [5, 5, 0]],
];

/** The same, where something breaks later. */
const later = (outcome: Outcome, usual: readonly number[]): readonly number[] =>
  outcome === 'healthy' ? [0, 3, 0] : usual;

const warning = { gate: 'certificate', check: 'certificate', kind: 'later', text: 'It ends.' } as const;
const warned: AppCheck = { ...checks.healthy, warnings: [warning] };
const calm: AppCheck = { ...checks.healthy, warnings: [{ ...warning, kind: 'note' }] };

describe('what each command ends with', () => {
  it('several orgs: as the worst of them', () => {
    expect(exitCodeOfOrgs([])).to.equal(0);
    expect(exitCodeOfOrgs([0, 0])).to.equal(0);
    expect(exitCodeOfOrgs([0, 5])).to.equal(5);
    expect(exitCodeOfOrgs([5, 4, 0])).to.equal(4);
    expect(exitCodeOfOrgs([4, 1, 5])).to.equal(1);
    expect(exitCodeOfOrgs([1, 3, 4])).to.equal(3);
  });

  it('logins of this machine: as one does of which a finding is told', () => {
    const here = (...findings: ReadonlyArray<Diagnosis['findings']>): LoginsHere => ({
      schemaVersion: 1,
      outcome: 'healthy',
      logins: findings.map((of) => ({
        login: { username: 'ci@acme.com', kind: 'jwt', decrypts: true },
        state: 'works',
        diagnosis: { ...cases.found, findings: of },
      })),
      cost: { orgRoundTrips: 0, requests: 0, milliseconds: 0 },
    });
    const { findings } = cases.found;
    const ends = (logins: LoginsHere): readonly number[] =>
      thresholds.map((threshold) => exitCodeOfLogins(logins, threshold));
    expect(ends(here([], findings))).to.deep.equal([0, 3, 0]);
    expect(ends(here([], []))).to.deep.equal([0, 0, 0]);
  });

  it('in words, where it is one of its ends', () => {
    const words = loadWords();
    const { exit } = endOf(words, 'doctor', 3);
    expect(exit).to.deep.equal({ code: 3, meaning: exitCodeHelp(words, 'doctor')['3'] });
    expect(exit.meaning).not.to.equal('');
    expect(endOf(words, 'sql', 3).exit.meaning).to.equal('');
  });

  it('says so in a section of the help, a line for each code', () => {
    const words = loadWords();
    const { header, body } = exitCodeSection(words, 'runbook');
    expect(header).to.equal('ERROR CODES');
    expect(body.map(({ name }) => name)).to.deep.equal(['0', '1', '2', '130', '143']);
    for (const { name, description } of body)
      expect(description).to.equal(exitCodeHelp(words, 'runbook')[name]).and.not.to.equal('');
  });

  for (const [outcome, usual] of codes)
    it(`${outcome}: ${usual.join(', ')} from the threshold ${thresholds.join(', ')} on`, () => {
      const at = (of: (threshold: (typeof thresholds)[number]) => number): readonly number[] => thresholds.map(of);
      const found = { ...cases.found, outcome };
      expect(at((threshold) => exitCodeOf({ ...found, findings: [] }, threshold))).to.deep.equal(usual);
      expect(at((threshold) => exitCodeOf(found, threshold))).to.deep.equal(later(outcome, usual));
      expect(at((threshold) => exitCodeOfOverview({ outcome }, threshold))).to.deep.equal(usual);
      expect(at((threshold) => exitCodeOfCheck({ ...calm, outcome }, threshold))).to.deep.equal(usual);
      const breaking = { ...warned, outcome };
      expect(at((threshold) => exitCodeOfCheck(breaking, threshold))).to.deep.equal(later(outcome, usual));
      const list = {
        ...allApps,
        outcome,
        apps: allApps.apps.map((app, at) => ({ ...app, warnings: at === 0 ? warned.warnings : [] })),
      };
      expect(at((threshold) => exitCodeOfCheck(list, threshold))).to.deep.equal(later(outcome, usual));
      const quiet = { ...list, apps: list.apps.map((app) => ({ ...app, warnings: [] })) };
      expect(at((threshold) => exitCodeOfCheck(quiet, threshold))).to.deep.equal(usual);
    });

  it('what a baseline accepts counts for nothing, beside what it does not accept as for itself', () => {
    const [finding] = cases.found.findings;
    const [known] = warned.warnings;
    const accepted = { reason: 'Renewed in July.' };
    const ends = (...some: ReadonlyArray<{ readonly accepted?: typeof accepted }>): readonly number[] => [
      exitCodeOf(
        { ...cases.found, outcome: 'healthy', findings: some.map((one) => ({ ...finding!, ...one })) },
        'later',
      ),
      exitCodeOfCheck({ ...calm, warnings: some.map((one) => ({ ...known!, ...one })) }, 'later'),
    ];
    expect(ends({ accepted })).to.deep.equal([0, 0]);
    expect(ends({ accepted }, {})).to.deep.equal([3, 3]);
  });

  const waits: ReadonlyArray<readonly [WaitOutcome, readonly number[]]> = [
    ['known', [4, 4, 0]],
    ['ready', [4, 4, 0]],
    ['fatal', [3, 3, 0]],
    ['inconclusive', [4, 4, 0]],
    ['gave-up', [69, 69, 69]],
    ['interrupted', [130, 130, 130]],
  ];
  for (const [outcome, expected] of waits)
    it(`a wait that ended ${outcome}, in an org that could not be looked at: ${expected.join(', ')}`, () => {
      const check: AppCheck = { ...calm, outcome: 'inconclusive', wait: { ...checks.waited.wait!, outcome } };
      expect(thresholds.map((threshold) => exitCodeOfCheck(check, threshold))).to.deep.equal(expected);
    });

  it('the waiting alone', () => {
    expect(exitCodesOfWaiting).to.deep.equal({
      ...{ known: 0, ready: 0, fatal: 3, inconclusive: 4 },
      ...{ 'gave-up': 69, interrupted: 130 },
    });
  });

  it('login history: an alarm is found, a list is none', () => {
    const ends = (['alarm', 'no-alarm', 'listed', 'inconclusive'] as const).map((outcome) =>
      exitCodeOfFailures({ outcome }),
    );
    expect(ends).to.deep.equal([3, 0, 0, 4]);
  });
});
