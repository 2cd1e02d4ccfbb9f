import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import stringWidth from 'string-width';
import type { LoginFailures } from '../../../src/model/index.ts';
import { failuresBrief } from '../../../src/report/loginhistory/index.ts';
import { loadWords } from '../../../src/words/index.ts';
import { cases } from './cases.ts';

const words = loadWords();

const screen = (result: LoginFailures, { width = 80, chart = false } = {}): string =>
  failuresBrief(result, {
    words,
    width,
    chart,
    colour: false,
    reader: { now: '2026-11-23T03:00:00Z' },
    exit: { code: 3, meaning: 'An alarm.' },
  });

describe('failed logins: short screens', () => {
  for (const [name, result] of Object.entries(cases)) {
    it(`${name}: 23 lines at most, none wider than the screen but a command`, () => {
      const lines = screen(result).trimEnd().split('\n');
      expect(lines.length).to.be.at.most(23);
      expect(lines.filter((line) => stringWidth(line) > 80 && !line.startsWith('  NEXT  sf '))).to.deep.equal([]);
    });

    it(`${name}: no hole in a sentence, in any width`, () => {
      for (const width of [40, 80, 120])
        expect(screen(result, { width })).not.to.match(/undefined|\[object|\{[a-z][A-Za-z0-9]*\}|NaN|Invalid Date/u);
    });
  }

  /** Read the difference after `UPDATE_SCREENS=true`. */
  for (const name of ['alarm', 'blind', 'file'] as const)
    it(`${name}, whole`, () => {
      const url = new URL(`fixtures/${name}.brief.80.txt`, import.meta.url);
      if (process.env.UPDATE_SCREENS === 'true') writeFileSync(url, screen(cases[name]));
      expect(screen(cases[name])).to.equal(readFileSync(url, 'utf8'));
    });

  it('quiet is one line', () => {
    expect(screen(cases.quiet)).to.match(/^✔ Quiet: 0 failures, .+\n$/u);
  });

  it('a silence is never quiet', () => {
    const silent = { ...cases.quiet, silences: cases.alarm.silences };
    expect(screen(silent)).to.include('is silent for').and.not.to.include('Quiet');
  });

  it('the first line says ALARM where the command ends with 3, and only there', () => {
    for (const result of Object.values(cases))
      expect(screen(result).startsWith('✖ ALARM')).to.equal(result.outcome === 'alarm');
  });

  it('the large chart comes where it is asked for', () => {
    expect(screen(cases.alarm)).not.to.include('Failures per 1 h');
    expect(screen(cases.alarm, { chart: true })).to.include('Failures per 1 h');
  });
});
