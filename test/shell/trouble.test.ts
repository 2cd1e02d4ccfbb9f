import { readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SfError } from '@salesforce/core';
import { expect } from 'chai';
import { asSfError } from '../../src/shell/trouble.ts';
import { Trouble } from '../../src/model/index.ts';
import { loadWords } from '../../src/words/index.ts';

const words = loadWords();
const src = fileURLToPath(new URL('../../src/', import.meta.url));
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`${src}/${file}`, 'utf8'));

/** Every `new Trouble('key', ...` in the sources, with what follows the key there. */
const thrown = sources.flatMap((source) =>
  source
    .split('new Trouble(')
    .slice(1)
    .flatMap((rest) => {
      const key = /^\s*'([a-z-]+)'/u.exec(rest)?.[1];
      return key === undefined ? [] : [{ key, rest: rest.slice(0, 300) }];
    }),
);

/** Every placeholder in the words of a trouble, filled with its own name. */
const filled = (key: string): Readonly<Record<string, string>> => {
  const wanted: Record<string, string> = {};
  const ask = new Proxy(wanted, { get: (_target, name) => (wanted[String(name)] = `the ${String(name)}`) });
  for (const part of [key, `${key}.actions`]) words.find('trouble', part, ask);
  return wanted;
};

const err = (error: unknown): SfError => asSfError(error, words, (text) => text.replaceAll('hunter2', '[hidden]'));

describe('the tool’s own trouble', () => {
  it('is found in the sources', () => expect(thrown.length).to.be.greaterThan(15));

  for (const { key, rest } of thrown) {
    it(`${key}: one sentence and what to do, filled with what is thrown`, () => {
      const values = filled(key);
      const { message, actions, name } = err(new Trouble(key, values));
      expect(message).not.to.match(/tool itself|\{|undefined/u);
      expect(actions).to.not.be.empty;
      expect(name).to.match(/^[A-Z][A-Za-z]+Error$/u);
      for (const value of Object.keys(values)) expect(rest).to.match(new RegExp(`[{,]\\s*${value}\\b`, 'u'));
    });
  }

  const notUsage = [
    'file-unusable',
    'login-history-denied',
    'login-history-unreadable',
    'output-file-unwritable',
    'rotated-token-lost',
    'secret-left',
    'target-org-insecure',
    'target-org-unusable',
  ];
  for (const key of new Set([...notUsage, ...thrown.map(({ key: one }) => one)]))
    it(`${key} ends with ${notUsage.includes(key) ? '1: the flags were right' : '2: it was asked wrongly'}`, () =>
      expect(err(new Trouble(key, filled(key))).exitCode).to.equal(notUsage.includes(key) ? 1 : 2));

  it('has no words that nothing uses', () => {
    const used = new Set([...thrown.map(({ key }) => key), 'unforeseen']);
    const worded = words.keys('trouble').map((key) => key.replace(/\.actions$/u, ''));
    expect(worded.filter((key) => !used.has(key))).to.deep.equal([]);
  });

  it('is wrong usage, but where the flags were right', () => {
    expect(err(new Trouble('nothing-given')).exitCode).to.equal(2);
    expect(err(new Trouble('output-file-unwritable', { path: 'x', why: 'EACCES' })).exitCode).to.equal(1);
    expect(err(new Trouble('target-org-unusable', { org: 'x', reason: 'gone' })).exitCode).to.equal(1);
  });

  it('holds no secret, and not the word by which the CLI takes it for a fault', () => {
    const { message } = err(new Trouble('error-file-unreadable', { path: 'hunter2/TypeError.log', why: 'ENOENT' }));
    expect(message).to.equal('The error file [hidden]/Type Error.log cannot be read: there is no such file or folder');
  });

  it('is a file that the system refuses, whoever opened it', async () => {
    const refused: unknown = await readFile('/dev/null/.sf/config.json').catch((error: unknown) => error);
    const { name, message, exitCode } = err(refused);
    expect([name, exitCode]).to.deep.equal(['FileUnusableError', 1]);
    expect(message).to.equal(
      'The file or folder /dev/null/.sf/config.json cannot be used: a part of the path is a file, not a folder',
    );
  });

  it('is told apart from a fault of ours, which ends with 1 and keeps its stack', () => {
    const error = err(new TypeError('x is not a function: hunter2'));
    expect(error.exitCode).to.equal(1);
    expect(error.message).to.include('The tool itself failed: x is not a function: [hidden]');
    expect(error.stack).not.to.include('TypeError');
    expect(error.cause).to.equal(undefined);
    expect(error.data).to.have.property('stack').that.includes('TypeError').and.does.not.include('hunter2');
  });

  it('leaves an SfError what it is, without its secrets', () => {
    const { message, name, actions, exitCode } = err(new SfError('No hunter2.', 'KnownError', ['Not hunter2.'], 7));
    expect([message, name, actions, exitCode]).to.deep.equal(['No [hidden].', 'KnownError', ['Not [hidden].'], 7]);
  });

  it('repeats the number of an error of Salesforce without ending as the CLI ends with one', () => {
    const error = err(new Trouble('target-org-unusable', { org: 'x', reason: '1234567890-123 (-1234567890)' }));
    expect(error.message).to.include('1234567890-123 [-1234567890]');
  });
});
