import { expect } from 'chai';
import { Parser } from '@oclif/core';
import { Flags } from '@salesforce/sf-plugins-core';
import { asWrongUsage } from '../../src/input/usage.ts';

const thrown = async (argv: string[]): Promise<unknown> => {
  try {
    await Parser.parse(argv, { flags: { flow: Flags.option({ options: ['jwt'] as const })() } }).catch(asWrongUsage);
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('asWrongUsage', () => {
  it('leaves an error that is not about usage as it is', () => {
    const error = new Error('x');
    expect(() => asWrongUsage(error)).to.throw(error);
  });

  it('gives every parse error of oclif the exit code 2', async () => {
    for (const argv of [['--flow', 'telepathy'], ['--unknown'], ['argument'], ['--flow']]) {
      expect(await thrown(argv), argv.join(' ')).to.have.nested.property('oclif.exit', 2);
    }
  });
});
