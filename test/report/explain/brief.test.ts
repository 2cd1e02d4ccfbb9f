import stringWidth from 'string-width';
import { expect } from 'chai';
import { causes } from '../../../src/causes/index.ts';
import { explainAsked, pageOf } from '../../../src/look/explain.ts';
import { mostLines } from '../../../src/report/brief/fit.ts';
import { renderBriefExplanation } from '../../../src/report/index.ts';
import { page } from '../brief/page.ts';

const short = (text: string, width = 80): string | undefined =>
  renderBriefExplanation(explainAsked({ about: 'text', text, word: true }), {
    ...page({ width, saved: false }),
    pageOf,
  });

const screen = (text: string, width?: number): string => short(text, width) ?? '';

const texts = {
  proved: 'user is not admin approved to access this app',
  passing: 'login rate exceeded',
  open: 'invalid_grant: authentication failure',
  few: 'invalid client credentials',
  unknown: 'the moon is in the wrong phase',
};

describe('the short screen of `sf auth explain`', () => {
  const asked = [...Object.values(texts), ...causes.map(({ id }) => id)];

  it('fits 24 rows, whatever is asked, and ends with the exit code', () => {
    for (const text of asked) {
      const lines = screen(text).trimEnd().split('\n');
      expect(lines.length, text).to.be.within(4, mostLines);
      expect(lines.at(-1), text).to.match(/^ {2}exit \d: /u);
    }
  });

  it('has no line that is longer than the terminal, but for commands', () => {
    for (const width of [80, 120])
      for (const text of asked)
        for (const line of screen(text, width).split('\n'))
          if (!/^(?:sf |openssl |curl |node |https:)|sf auth explain/u.test(line))
            expect(stringWidth(line), line).to.be.at.most(width);
  });

  it('says of each cause what cures it and who must act', () => {
    for (const { id } of causes)
      expect(screen(id), id)
        .to.match(/^ {2}DO {4}/mu)
        .and.match(/^ {2}WHO {3}/mu);
  });

  it('tells what a wording proves, with its cure', () => {
    expect(screen(texts.proved))
      .to.match(/^✖ The user is not assigned to this app\. +CONFIRMED\n/u)
      .and.include('sf org assign permset');
  });

  it('marks what passes by itself', () => {
    expect(screen(texts.passing)).to.match(/^! .+ PASSES BY ITSELF\n/u);
  });

  it('names the likeliest of several, counts the others, and says who tells more', () => {
    const shown = screen(texts.open);
    expect(shown)
      .to.match(/^\? Not decided: \d+ causes are possible\.\n/u)
      .and.match(/^ {2}and \d+ more\.$/mu);
    expect(shown).to.include('1. The username or the password is wrong').and.include('sf auth doctor --error "<text>"');
    expect(shown).to.match(/^ {2}LOOK {2}Setup > Login History/mu);
  });

  it('shows what nobody knows as it came, and how to report it without a run that was kept', () => {
    const shown = screen(texts.unknown);
    expect(shown).to.include('| the moon is in the wrong phase').and.include('--error-file <file> --redact');
    expect(shown).not.to.include('--last');
  });

  it('quotes three wordings of Salesforce at the most, and names two places to look at', () => {
    const told = (said: number): string => {
      const page1 = pageOf('user-frozen');
      if (page1 === undefined) throw new Error('no page');
      const saidBySalesforce = Array.from({ length: said }, (_none, index) => `wording ${index + 1}`);
      const asked = { schemaVersion: 1, about: 'cause', page: { ...page1, saidBySalesforce } } as const;
      return renderBriefExplanation(asked, { ...page(), pageOf }) ?? '';
    };
    expect(told(3)).to.include('wording 3');
    expect(told(4)).to.include('wording 3').and.not.include('wording 4');
    expect(screen(texts.few).match(/That decides/gu)).to.have.lengthOf(2);
  });

  it('leaves the list as long as it is', () => {
    const list = explainAsked({ about: 'catalogue' });
    expect(renderBriefExplanation(list, { ...page(), pageOf })).to.equal(undefined);
  });
});
