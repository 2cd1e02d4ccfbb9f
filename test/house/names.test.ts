import { existsSync, readdirSync } from 'node:fs';
import { expect } from 'chai';
import { scenarios } from '../../simulator/scenarios/index.ts';
import { causes } from '../../src/causes/index.ts';
import { causeIds, retiredCauseIds } from '../../src/model/index.ts';
import { loadWords } from '../../src/words/index.ts';

const ids = causes.map(({ id }) => id).toSorted();
const stems = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .toSorted();

describe('law 1: names', () => {
  it('the index is sorted and names each cause once', () => {
    expect(causes.map(({ id }) => id)).to.deep.equal([...new Set(ids)]);
  });

  it('every cause is a file of its own, and every file a cause', () => {
    expect(stems('src/causes', '.ts').filter((name) => name !== 'index')).to.deep.equal(ids);
  });

  it('every cause has its words, and all words a cause', () => {
    const worded = loadWords()
      .files()
      .filter((name) => name.startsWith('cause.'))
      .map((name) => name.slice('cause.'.length));
    expect(worded).to.deep.equal(ids);
  });

  it('every cause has its test, and every test a cause', () => {
    expect(stems('test/causes', '.test.ts')).to.deep.equal(ids);
  });

  it('every cause has its page, and every page a cause', () => {
    expect(stems('docs/causes', '.md')).to.deep.equal(ids);
  });

  it('every cause has a scenario, and every scenario a cause', () => {
    const staged = new Set(scenarios.map(({ cause }) => cause).filter((cause) => cause !== undefined));
    expect([...staged].toSorted()).to.deep.equal(ids);
    // The same story with an external client app is made from the same file.
    for (const { id } of scenarios) {
      expect(existsSync(`simulator/scenarios/${id.replace(/\.eca$/u, '')}.ts`), id).to.equal(true);
    }
  });

  it('no id that was retired is used again', () => {
    const reused = retiredCauseIds.filter((id) => (causeIds as readonly string[]).includes(id));
    expect(reused).to.deep.equal([]);
  });

  it('what a cause explains is a cause', () => {
    for (const cause of causes) for (const id of cause.explains) expect(ids, cause.id).to.include(id);
  });
});
