import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { calendar } from '../../src/clues/calendar/index.ts';
import { loadWords } from '../../src/words/index.ts';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);

/** Where it is judged what a date means. */
const judging = ['src/causes', 'src/clues', 'src/gates', 'src/diagnosis', 'src/loginhistory/one-login']
  .flatMap(filesIn)
  .filter((file) => !file.startsWith('src/clues/calendar/'));

const reading = judging.map((file) => readFileSync(file, 'utf8')).join('\n');

const ids: readonly string[] = calendar.map(({ id }) => id);
const words = loadWords();

describe('the calendar', () => {
  it('is the only place with a date of Salesforce: no other file that judges names a day or a season', () => {
    expect(judging).to.not.have.lengthOf(0);
    for (const file of judging) {
      // The day on which somebody looked at a page is none of Salesforce's.
      const judged = readFileSync(file, 'utf8').replace(/^const checked = '.*';$/mu, '');
      expect(judged, file).to.not.match(/\b20\d\d-\d\d-\d\d\b|\b(?:Spring|Summer|Winter) '\d\d\b/u);
    }
  });

  it('names every day that the words of a cause name', () => {
    const days = new Set(
      calendar.flatMap(({ when }) =>
        when.on === undefined
          ? []
          : [new Date(when.on).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })],
      ),
    );
    const said = causes.flatMap(({ id }) =>
      [...readFileSync(`messages/cause.${id}.md`, 'utf8').matchAll(/\b\d{1,2} [A-Z][a-z]+ 20\d\d\b/gu)].map(
        ([day]) => day,
      ),
    );
    expect(said).to.not.have.lengthOf(0);
    expect([...days]).to.include.members(said);
  });

  for (const { id, when, known, sources, checked, causes: hit } of calendar) {
    it(`${id}: has its sources, the date of checking, and a time that is a day or a season`, () => {
      expect(sources).to.not.have.lengthOf(0);
      expect(checked).to.match(/^20\d\d-\d\d-\d\d$/u);
      if (when.on === undefined) expect(when.season).to.include(String(when.year).slice(2));
      else
        expect(new Date(when.on).toISOString())
          .to.equal(when.on.replace('Z', '.000Z'))
          .and.match(/T00:00:00\.000Z$/u);
      expect(causes.map((cause) => cause.id)).to.include.members([...hit]);
      if (known === 'observed') expect(sources.join()).to.include('https://');
    });
  }

  it('is in order, each id once', () => {
    expect(new Set(ids).size).to.equal(ids.length);
    const year = ({ when }: (typeof calendar)[number]): number =>
      when.on === undefined ? when.year : new Date(when.on).getUTCFullYear();
    const days = calendar.flatMap(({ when }) => when.on ?? []);
    expect(days).to.deep.equal(days.toSorted());
    // Winter '27 begins in the autumn of the year before.
    for (const [index, entry] of calendar.slice(1).entries())
      expect(year(entry)).to.be.at.least(year(calendar[index]!) - 1);
  });

  it('every entry is read where it is judged and names a cause, or says why it is only told', () => {
    for (const { id, told, causes: hit } of calendar) {
      expect(reading.includes(`'${id}'`), id).to.equal(told !== true);
      if (told !== true) expect(hit, id).to.not.have.lengthOf(0);
      expect(words.text('calendar', `${id}.what`)).to.match(/\.$/u);
      if (told === true) expect(words.text('calendar', `${id}.told`)).to.match(/\.$/u);
    }
  });

  it('has no words for what is not on it', () => {
    const spoken = words.keys('calendar').flatMap((key) => /^(?<id>.+)\.(?:what|told)$/u.exec(key)?.groups?.id ?? []);
    expect([...new Set(spoken)].toSorted()).to.deep.equal(ids.toSorted());
    expect(spoken).to.have.lengthOf(calendar.length + calendar.filter(({ told }) => told === true).length);
  });

  it('the page holds every entry', () => {
    const page = readFileSync('docs/calendar.md', 'utf8');
    for (const { id } of calendar) expect(page).to.include(words.text('calendar', `${id}.what`));
  });
});
