import { Readable } from 'node:stream';
import { Parser } from '@oclif/core';
import { expect } from 'chai';
import { noSuchCause } from '../../src/input/cause-id.ts';
import { readErrorText } from '../../src/input/error-text.ts';
import { timeoutFlag } from '../../src/input/timeout.ts';
import { Trouble } from '../../src/model/index.ts';

const megabyte = 1024 * 1024;

const troubleOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof Trouble ? error.key : error),
  );

describe('the limits of what is given', () => {
  it('a text of 32 MB is read, and no byte more', async () => {
    const text = (bytes: number) => readErrorText('-', Readable.from([Buffer.alloc(bytes, 'x')]));
    expect(await troubleOf(text(32 * megabyte))).to.equal(undefined);
    expect(await troubleOf(text(32 * megabyte + 1))).to.equal('error-text-too-large');
  });

  it('a run may take a day, and no second more', async () => {
    const parsed = (seconds: string) =>
      Parser.parse(['--timeout', seconds], {
        flags: { timeout: timeoutFlag({ helpGroup: 'GLOBAL', seconds: 60 }) },
      }).then(
        ({ flags }) => flags.timeout,
        () => 'refused',
      );
    expect(await parsed('86400')).to.equal(86_400);
    expect(await parsed('86401')).to.equal('refused');
  });

  it('eight ids are offered for one that was mistyped', () => {
    const ids = (count: number) =>
      Array.from({ length: count }, (_none, at) => `user-frozen-${String.fromCharCode(97 + at)}`);
    const offered = (count: number) => String(noSuchCause('user-frozen', ids(count)).values.ids).split(', ');
    expect(offered(8)).to.have.lengthOf(8);
    expect(offered(9)).to.have.lengthOf(8);
  });
});
