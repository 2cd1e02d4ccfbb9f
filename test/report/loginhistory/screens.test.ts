import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import stringWidth from 'string-width';
import type { LoginFailures } from '../../../src/model/index.ts';
import { failuresScreen, pseudonymisedFailures } from '../../../src/report/loginhistory/index.ts';
import { loadWords } from '../../../src/words/index.ts';
import { failuresIn } from '../../support/written.ts';
import { cases } from './cases.ts';

const words = loadWords();
const screen = (result: LoginFailures, width: number): string =>
  failuresScreen(result, { width, colour: false, words });

/** Whole screens as a person sees them. `UPDATE_SCREENS=true` writes them anew; read the difference. */
const screens: Readonly<Record<string, () => string>> = {
  'alarm.80.txt': () => screen(cases.alarm, 80),
  'alarm.120.txt': () => screen(cases.alarm, 120),
  'alarm.redacted.80.txt': () => screen(pseudonymisedFailures(cases.alarm), 80),
  'quiet.80.txt': () => screen(cases.quiet, 80),
  'blind.80.txt': () => screen(cases.blind, 80),
  'file.80.txt': () => screen(cases.file, 80),
  'long.60.txt': () => screen(cases.long, 60),
  'alarm.csv.txt': () => failuresIn(cases.alarm).csv.replaceAll('\r\n', '\n'),
};

const csv = (result: LoginFailures): string => failuresIn(result).csv;

const escape = String.fromCharCode(27);

describe('failed logins: whole screens', () => {
  for (const [file, render] of Object.entries(screens)) {
    it(file, () => {
      const url = new URL(`fixtures/${file}`, import.meta.url);
      if (process.env.UPDATE_SCREENS === 'true') writeFileSync(url, render());
      expect(render()).to.equal(readFileSync(url, 'utf8'));
    });
  }

  for (const [name, result] of Object.entries(cases)) {
    it(`${name}: no hole in a sentence, in any width`, () => {
      for (const width of [40, 80, 120])
        expect(screen(result, width)).not.to.match(/undefined|\[object|%s|\{[a-z][A-Za-z0-9]*\}|NaN|Invalid Date/u);
    });

    it(`${name}: no line is wider than the screen, but for a word that is`, () => {
      for (const width of [40, 60, 80, 120]) {
        const wide = screen(result, width)
          .split('\n')
          .filter((line) => stringWidth(line) > width && line.trim().includes(' ') && !/\S{30,}/u.test(line))
          // What is copied is never broken.
          .filter((line) => !/^ *(?:More|Command|Setup) {2,}/u.test(line));
        expect(wide).to.deep.equal([]);
      }
    });

    it(`${name}: colour changes no word, and every sign stands without it`, () => {
      const coloured = failuresScreen(result, { width: 80, colour: true, words });
      expect(coloured).to.include(escape);
      expect(coloured.replaceAll(new RegExp(`${escape}\\[[0-9;]*m`, 'gu'), '')).to.equal(screen(result, 80));
    });
  }

  it('says what it made of an app that no row shows by that name', () => {
    const said = (appsNamed: NonNullable<LoginFailures['appsNamed']>): string =>
      screen({ ...cases.alarm, appsNamed }, 200);
    expect(said([{ asked: '3MVG9x', state: 'found', label: 'Marketing Sync' }])).to.include(
      '"3MVG9x" is the app "Marketing Sync"',
    );
    expect(said([{ asked: 'Nobody', state: 'none' }])).to.include('the org knows none by that name');
    expect(said([{ asked: 'Nobody', state: 'unseen' }])).to.include('the org did not tell whether it knows one');
    expect(said([{ asked: 'Nobody', state: 'unseen', permission: 'View Setup and Configuration' }])).to.include(
      'cannot be seen. It needs "View Setup and Configuration".',
    );
    const file: LoginFailures = {
      ...cases.file,
      filters: { ...cases.file.filters, apps: ['3MVG9x'] },
      totals: { ...cases.file.totals, rows: 0 },
    };
    expect(screen(file, 200)).to.include('A file knows an app by its label alone');
  });

  it('says where the audit trail was cut, and that an order of day and month is only plausible', () => {
    const { completeness } = cases.alarm;
    const cut = { ...cases.alarm, completeness: { ...completeness, changesFrom: '2026-11-20T03:00:00Z' } };
    expect(screen(cut, 200)).to.include('only the newest 2,000 were read: those before 2026-11-20 03:00:00 UTC');
    const { from } = cases.file;
    if (from.kind !== 'file') throw new Error('no file');
    const dated: LoginFailures = { ...cases.file, from: { ...from, dates: { order: 'dmy', found: 'plausible' } } };
    expect(screen(dated, 200)).to.include('Dates were read as day, month, year: the other way round');
  });

  it('says what the org did not answer of the time around the failures, in the short screen too', () => {
    const { completeness } = cases.alarm;
    const aroundUnseen = ['successes', 'rows', 'lockout'] as const;
    const unanswered = { ...cases.alarm, completeness: { ...completeness, aroundUnseen } };
    expect(screen(unanswered, 200))
      .to.include('could not be read whole: the org did not answer')
      .and.include('could not be read one by one')
      .and.include('After how many wrong passwords this org locks a user could not be read.');
  });

  it('what a row says cannot steer the terminal', () => {
    const nasty = `Failed: ${escape}[2J\u0007\u202Eevil`;
    const [first] = cases.alarm.groups;
    const result: LoginFailures = { ...cases.alarm, groups: [{ ...first!, title: nasty, key: nasty }] };
    expect(screen(result, 80)).to.include('Failed: evil').and.not.include(escape);
    expect(csv(result)).not.to.match(/(?![\r\n])[\p{Cc}\u202E]/u);
  });

  it('of many things of a kind the screen shows five and counts the others, and the CSV has them all', () => {
    const [spike] = cases.alarm.spikes;
    const spikes = Array.from({ length: 9 }, (_none, at) => ({ ...spike!, key: `k${at}`, title: `Title ${at}` }));
    const printed = screen({ ...cases.alarm, spikes }, 80);
    expect(printed).to.include('Title 4').and.include('4 more like these').and.not.include('Title 5');
    expect(csv({ ...cases.alarm, spikes }).match(/^spike,/gmu)).to.have.lengthOf(9);
  });

  it('redacted, no name, address or id is left', () => {
    const printed = screen(pseudonymisedFailures(cases.alarm), 120) + csv(pseudonymisedFailures(cases.alarm));
    expect(printed).not.to.match(/acme|Marketing|203\.0\.113|198\.51|10\.0\.0|00DHn|Ada|ETL/u);
    expect(printed).to.include('user-1').and.include('app-1').and.include('ip-1.1').and.include('user-frozen');
  });

  it('redacted, a file has no name, and its lines are not shown', () => {
    const printed = screen(pseudonymisedFailures(cases.file), 80);
    expect(printed).not.to.include('LoginHistory1699999999999').and.not.include('broken');
    expect(printed).to.include('line 7: too few columns');
  });
});
