import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { indexes } from '../../scripts/generate/indexes.ts';
import { retired } from '../../scripts/cause/retired.ts';
import { scenarios } from '../../simulator/scenarios/index.ts';
import { causes } from '../../src/causes/index.ts';
import { causeIds } from '../../src/model/index.ts';
import { loadWords } from '../../src/words/index.ts';

const ids = causes.map(({ id }) => id).toSorted();
const stems = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .toSorted();

describe('law 1: names', () => {
  it('the indexes are what the names of the files say', () => {
    for (const [file, content] of indexes()) expect(readFileSync(file, 'utf8'), file).to.equal(content);
    expect(causes.map(({ id }) => id)).to.deep.equal(causeIds);
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
    for (const { id } of scenarios) expect(existsSync(`simulator/scenarios/${id}.ts`), id).to.equal(true);
  });

  it('no id that was retired is used again', () => {
    expect(ids.filter((id) => id in retired)).to.deep.equal([]);
    for (const heir of Object.values(retired)) expect([...ids, null], 'what took its place').to.include(heir);
  });

  it('what a cause explains is a cause', () => {
    for (const cause of causes) for (const id of cause.explains) expect(ids, cause.id).to.include(id);
  });
});
