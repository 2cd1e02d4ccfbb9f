import { Readable } from 'node:stream';
import { expect } from 'chai';
import { readQuestion } from '../../src/input/question.ts';
import { keyOfLater } from './trouble-key.ts';

const none = Readable.from([]);
const noFlags = { list: false };

describe('what `sf auth explain` is asked', () => {
  it('an id or a text, typed', async () =>
    expect(await readQuestion('user-frozen', { ...noFlags, flow: 'jwt' }, none)).to.deep.equal({
      about: 'text',
      text: 'user-frozen',
      word: true,
      flow: 'jwt',
    }));

  it('a text, piped in', async () =>
    expect(await readQuestion('-', noFlags, Readable.from(['login rate ', 'exceeded']))).to.deep.equal({
      about: 'text',
      text: 'login rate exceeded',
      word: false,
    }));

  it('the list', async () =>
    expect(await readQuestion('', { list: true }, none)).to.deep.equal({ about: 'catalogue' }));

  it('nothing, nothing in the pipe, or two things at once: trouble', async () => {
    expect(await keyOfLater(readQuestion(' ', noFlags, none))).to.equal('nothing-to-explain');
    expect(await keyOfLater(readQuestion('-', noFlags, Readable.from(['\n'])))).to.equal('error-text-empty');
    expect(await keyOfLater(readQuestion('jwt', { list: true }, none))).to.equal('flags-clash');
  });
});
