import stringWidth from 'string-width';
import { expect } from 'chai';
import { causes } from '../../../src/causes/index.ts';
import { explainAsked } from '../../../src/look/explain.ts';
import type { Explanation } from '../../../src/model/index.ts';
import { composeExplanation, showDocument } from '../../../src/report/index.ts';
import { loadWords } from '../../../src/words/index.ts';

const words = loadWords();

const screen = (explanation: Explanation, width = 80, colour = false): string =>
  showDocument(composeExplanation(explanation, words), { width, colour });

const of = (text: string): Explanation => explainAsked({ about: 'text', text, word: true });
const list = explainAsked({ about: 'catalogue' });

const escape = String.fromCharCode(27);

/** Links and commands are never broken: a line of them may be longer. */
const isCopy = (line: string): boolean =>
  /https:\/\/|^\s*(?:Command |Whole page|Let the org tell|All causes)|sf |openssl /u.test(line);

const texts = [
  'invalid_grant: authentication failure',
  'login rate exceeded',
  '{"error":"invalid_grant","error_description":"Token has been expired or revoked."}',
  'the moon is in the wrong phase',
  `{"error":"invalid_grant"} ${escape}[31mred${escape}[0m \u202E`,
];
const all = [list, ...texts.map(of), ...causes.map(({ id }) => of(id))];

describe('the screens of `sf auth explain`', () => {
  for (const width of [80, 120]) {
    it(`fit ${width} columns, but for what is copied`, () => {
      for (const explanation of all)
        for (const line of screen(explanation, width).split('\n'))
          if (!isCopy(line)) expect(stringWidth(line), line).to.be.at.most(width);
    });
  }

  it('have no colour where none is wanted, and nothing of a text that moves a terminal', () => {
    for (const explanation of all) expect(screen(explanation)).not.to.match(new RegExp(`${escape}|\u202E`, 'u'));
    expect(screen(of('user-frozen'), 80, true)).to.include(escape);
  });

  it('leave nothing unfilled', () => {
    for (const explanation of all)
      expect(screen(explanation)).not.to.match(/undefined|\[object|\{[a-z]+[A-Z]?[a-z]*\}/u);
  });

  it('a page holds all that the page of docs/causes holds', () => {
    const page = of('user-frozen');
    if (page.about !== 'cause') throw new Error('no page');
    const shown = screen(page, 120).replaceAll(/\s+/gu, ' ');
    const { title, meaning, why, saidBySalesforce, remedies, verify = '', more } = page.page;
    const steps = remedies.flatMap((one) => [one.title, ...one.steps, one.command ?? '', one.risk ?? '']);
    for (const part of [title, meaning, why, verify, ...saidBySalesforce, ...steps, ...more.map(({ url }) => url)])
      expect(shown).to.include(part.replaceAll(/\s+/gu, ' '));
  });

  it('a text shows what was refused, the first causes at length, the rest by name, and where to look', () => {
    const shown = screen(of('invalid_grant: authentication failure'));
    expect(shown).to.match(/^Refused {2}invalid_grant: authentication failure\n/u);
    expect(shown).to.include('1. Suspected: The username or the password is wrong').and.include('Less likely:');
    expect(shown).to.include('(user-frozen)').and.include('To decide, look here:');
    expect(shown).to.include('sf auth explain wrong-username-or-password');
  });

  it('a wording that decides says so, and whether it passes', () => {
    const shown = screen(of('login rate exceeded'));
    expect(shown).to.include('This wording has one cause alone.').and.include('Confirmed: ');
    expect(shown).to.include('This can pass by itself');
    expect(shown).not.to.include('To decide');
  });

  it('a text that nobody knows stands there as it came, with how to report it', () => {
    const shown = screen(of('the moon is in the wrong phase'));
    expect(shown).to.include('Not recognised').and.include('| the moon is in the wrong phase');
    expect(shown).to.include('To report it').and.include('sf auth explain --list');
  });

  it('the list has every id and title', () => {
    const shown = screen(list, 120);
    for (const { id } of causes) expect(shown).to.include(` ${id} `);
    expect(shown)
      .to.match(/^\d+ causes/u)
      .and.include('Gate: user-state');
  });
});
