import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import stringWidth from 'string-width';
import { checkScreen, safeCheck } from '../../../src/output/app-check.ts';
import { exitCodeOfCheck } from '../../../src/output/exit-codes.ts';
import type { AppCheckResult } from '../../../src/model/index.ts';
import { redactor } from '../../../src/report/index.ts';
import { checkIn } from '../../support/written.ts';
import { words } from '../words.ts';
import { allApps, checks } from './cases.ts';

const screen = (check: AppCheckResult, width: number, colour = false): string =>
  checkScreen(check, { width, colour, words, exitCode: exitCodeOfCheck(check, 'blocks'), details: true });

const page = (check: AppCheckResult): string => checkIn(check, undefined, words).markdown;

/** Whole screens as a person sees them. `UPDATE_SCREENS=true` writes them anew; read the difference. */
const screens: Readonly<Record<string, () => string>> = {
  'closed.80.txt': () => screen(checks.closed, 80),
  'closed.120.txt': () => screen(checks.closed, 120),
  'closed.md.txt': () => page(checks.closed),
  'closed.redacted.80.txt': () => screen(safeCheck(checks.closed, redactor()), 80),
  'healthy.80.txt': () => screen(checks.healthy, 80),
  'transient.80.txt': () => screen(checks.transient, 80),
  'unseen.80.txt': () => screen(checks.unseen, 80),
  'flag-missing.80.txt': () => screen(checks.flagMissing, 80),
  'mistyped.80.txt': () => screen(checks.mistyped, 80),
  'only-authorised.80.txt': () => screen(checks.onlyAuthorised, 80),
  'only-authorised.120.txt': () => screen(checks.onlyAuthorised, 120),
  'many-ranges.80.txt': () => screen(checks.manyRanges, 80),
  'waited.80.txt': () => screen(checks.waited, 80),
  'all.80.txt': () => screen(allApps, 80),
  'all.120.txt': () => screen(allApps, 120),
  'all.md.txt': () => page(allApps),
};

const all: Readonly<Record<string, AppCheckResult>> = { ...checks, allApps };

/** Commands and links stay whole, and so does a single word that is wider than the screen. */
const copied = /^\s*(?:Command|Setup) /u;
const oneWord = /^\s*(?:[A-Z][A-Za-z]+(?: [A-Za-z]+)?\s{2,})?\S+$/u;

const escape = String.fromCharCode(27);

describe('whole screens of the gates', () => {
  for (const [file, render] of Object.entries(screens)) {
    it(file, () => {
      const url = new URL(`fixtures/${file}`, import.meta.url);
      if (process.env.UPDATE_SCREENS === 'true') writeFileSync(url, render());
      expect(render()).to.equal(readFileSync(url, 'utf8'));
    });
  }

  for (const [name, check] of Object.entries(all)) {
    it(`${name}: no hole in a sentence, and no line wider than the screen`, () => {
      for (const width of [80, 120]) {
        const lines = screen(check, width).split('\n');
        expect(
          lines.filter((line) => stringWidth(line) > width && !copied.test(line) && !oneWord.test(line)),
        ).to.deep.equal([]);
        expect(lines.join('\n')).not.to.match(/undefined|\[object|%s|\{[a-z][A-Za-z0-9]*\}|NaN|Invalid Date/u);
      }
      expect(page(check)).not.to.match(/undefined|\[object|%s|\{[a-z][A-Za-z0-9]*\}|NaN|Invalid Date/u);
    });

    it(`${name}: colour changes no word`, () => {
      const coloured = screen(check, 80, true);
      expect(coloured).to.include(escape);
      expect(coloured.replaceAll(new RegExp(`${escape}\\[[0-9;]*m`, 'gu'), '')).to.equal(screen(check, 80));
    });

    it(`${name}: redacted, no name is left, in no format`, () => {
      const hidden = safeCheck(check, redactor());
      for (const output of [screen(hidden, 80), ...Object.values(checkIn(hidden)), JSON.stringify(hidden)])
        expect(output).to.not.match(
          /acme|Marketing|203\.0\.113|3MVG|0H4000|00e0000|Vendor|badge|CN=|Minimum Access|Integrations\b/iu,
        );
    });
  }

  it('below the deciding gate stands what to do, and who', () => {
    const below = (check: AppCheckResult): string =>
      /^(?:Deciding gate|No gate).*?\n\n(.*?)\n\n/msu.exec(screen(check, 120))?.[1]?.replaceAll(/ +/gu, ' ') ?? '';
    expect(below(checks.closed)).to.equal("To do Assign the app's permission set to the user\nWho an admin of the org");
    expect(below(checks.transient)).to.match(/^To do Run again with --wait 15: .+\nWho nobody: it passes with time$/u);
    expect(below(checks.mistyped)).to.equal('To do Run again with --app "Marketing Sync"\nWho you');
    expect(below(checks.flagMissing)).to.equal('To do Run again with --jwt-key-file.');
    expect(below(checks.unseen)).to.equal('To do A real login would tell: run again with --attempt.');
  });

  it('a mistyped name is answered with the right one, and waiting is no cure for it', () => {
    const shown = screen(checks.mistyped, 120);
    expect(shown).to.include('This org has no app called "Marketing Snyc". Did you mean "Marketing Sync"?');
    expect(shown).to.not.include('Wait ten minutes');
    expect(screen(checks.transient, 120)).to.include('Wait ten minutes');
  });

  it('what is said as worth knowing is not said twice', () => {
    const soon = 'ends on 2028-01-01';
    expect(screen(checks.closed, 120).split(soon)).to.have.lengthOf(2);
  });

  it('gates that are not on the way stand in one line, and each with its reason in the data', () => {
    expect(screen(checks.healthy, 120)).to.match(/^ {2}Not on the way of this login: Client authentication, /mu);
    expect(screen(checks.healthy, 120)).to.not.include('n/a');
    for (const { state, signs } of checks.healthy.gates)
      if (state === 'not-applicable') expect(signs[0]?.text).to.match(/\S/u);
  });

  it('the deciding gate is one line, and its id stands in it', () => {
    expect(screen(checks.closed, 120)).to.match(/^Deciding gate: Permitted users\. .+ \(user-not-preauthorized\)$/mu);
  });

  it('a secret in the data is in no output', () => {
    const key =
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n-----END PRIVATE KEY-----';
    const [first, ...rest] = checks.closed.gates;
    const gate = { ...first!, signs: first!.signs.map((sign) => ({ ...sign, text: `${sign.text} ${key}` })) };
    const safe = safeCheck({ ...checks.closed, gates: [gate, ...rest] });
    expect(JSON.stringify(safe)).to.not.include('MIIEvQIBADANBgkqhkiG9w0');
  });
});
