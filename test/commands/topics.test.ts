import { readFileSync, readdirSync } from 'node:fs';
import { expect } from 'chai';

type Topic = { readonly description?: string; readonly subtopics?: Readonly<Record<string, Topic>> };

const { oclif } = JSON.parse(readFileSync('package.json', 'utf8')) as { oclif: { topics: Record<string, Topic> } };

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** The folders of commands that nobody described, as a person would type them. */
const undescribed = (folder: string, topics: Readonly<Record<string, Topic>>, typed = ''): readonly string[] =>
  foldersIn(folder).flatMap((name) => {
    const { description = '', subtopics = {} } = topics[name] ?? {};
    const path = `${typed} ${name}`.trim();
    return [...(description === '' ? [path] : []), ...undescribed(`${folder}/${name}`, subtopics, path)];
  });

describe('topics', () => {
  it('`sf auth --help` says of every topic what it is for', () => {
    expect(undescribed('src/commands', oclif.topics)).to.deep.equal([]);
    expect(undescribed('src/commands', {})).to.include('auth connectedapp');
  });
});
