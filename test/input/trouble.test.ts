import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SfError } from '@salesforce/core';
import { expect } from 'chai';
import { diagnoseAsked } from '../../src/input/default-org.ts';
import { asSfError } from '../../src/input/trouble.ts';
import { Trouble } from '../../src/model/index.ts';
import { loadWords } from '../../src/words/index.ts';
import { cases } from '../report/cases/index.ts';
import { keyOfLater } from './trouble-key.ts';

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

const err = (
  error: unknown,
): Pick<SfError, 'message' | 'name' | 'actions' | 'exitCode' | 'stack' | 'cause' | 'data'> => {
  const told = asSfError(error, words, (text) => text.replaceAll('hunter2', '[hidden]'));
  if (!(told instanceof SfError)) throw told;
  return told;
};

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
    'login-history-denied',
    'login-history-unreadable',
    'output-file-unwritable',
    'rotated-token-lost',
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

  it('is told apart from a fault of ours, which ends with 1 and keeps its stack', () => {
    const error = err(new TypeError('x is not a function: hunter2'));
    expect(error.exitCode).to.equal(1);
    expect(error.message).to.include('The tool itself failed: x is not a function: [hidden]');
    expect(error.stack).not.to.include('TypeError');
    expect(error.cause).to.equal(undefined);
    expect(error.data).to.have.property('stack').that.includes('TypeError').and.does.not.include('hunter2');
  });

  it('leaves an SfError as it is', () => {
    const error = new SfError('Known.', 'KnownError', ['Do this.'], 7);
    expect(err(error)).to.equal(error);
  });
});

describe('a default org that cannot be used', () => {
  const unusable = new Trouble('target-org-unusable', { org: 'prod', reason: 'expired' });
  const request = { integration: { sourceIps: [] }, targetOrg: 'prod', offline: false, probe: true, attempt: false };
  const seen = (): {
    warned: string[];
    asked: Array<string | undefined>;
    diagnose: Parameters<typeof diagnoseAsked>[1];
  } => {
    const asked: Array<string | undefined> = [];
    return {
      warned: [],
      asked,
      diagnose: ({ targetOrg }) => {
        asked.push(targetOrg);
        return targetOrg === undefined ? Promise.resolve(cases.healthy) : Promise.reject(unusable);
      },
    };
  };

  it('is left out, with a warning', async () => {
    const { warned, asked, diagnose } = seen();
    const diagnosis = await diagnoseAsked({ request, orgAsked: false }, diagnose, (org) => warned.push(org));
    expect(diagnosis).to.equal(cases.healthy);
    expect(asked).to.deep.equal(['prod', undefined]);
    expect(warned).to.deep.equal(['prod']);
  });

  it('is the person’s business where it was asked for', async () => {
    const { warned, asked, diagnose } = seen();
    expect(await keyOfLater(diagnoseAsked({ request, orgAsked: true }, diagnose, (org) => warned.push(org)))).to.equal(
      'target-org-unusable',
    );
    expect(asked).to.have.length(1);
  });

  it('never makes a second attempt', async () => {
    const { warned, asked, diagnose } = seen();
    const attempting = { request: { ...request, attempt: true }, orgAsked: false };
    expect(await keyOfLater(diagnoseAsked(attempting, diagnose, (org) => warned.push(org)))).to.equal(
      'target-org-unusable',
    );
    expect(asked).to.have.length(1);
  });
});
