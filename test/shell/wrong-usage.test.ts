import { Flags, Parser } from '@oclif/core';
import { SfError } from '@salesforce/core';
import { expect } from 'chai';
import { apiVersionFlag } from '../../src/input/api-version.ts';
import { wrongUsage } from '../../src/shell/wrong-usage.ts';
import { loadWords } from '../../src/words/index.ts';

const words = loadWords();
const flags = {
  flow: Flags.option({ options: ['jwt', 'web'] as const, multiple: true, delimiter: ',' })(),
  app: Flags.string({ exclusive: ['file'] }),
  file: Flags.string(),
  only: Flags.string({ dependsOn: ['file'] }),
  window: Flags.integer({ min: 1 }),
  'api-version': apiVersionFlag(),
};

const refused = async (argv: string[]): Promise<SfError> => {
  try {
    await Parser.parse(argv, { flags, strict: true });
  } catch (error) {
    return wrongUsage(error, argv, words);
  }
  throw new Error(`${argv.join(' ')} was taken`);
};

describe('wrong usage', () => {
  const typed = 'Summer-2026!,kuznets';
  for (const argv of [
    ['--flow', typed],
    ['--flow', `jwt,${typed}`],
    [`--flow=${typed}`],
    ['--window', typed],
    ['--api-version', typed],
    ['--app', typed, '--file', typed],
    [`--pasword=${typed}`],
    ['--app', 'a', typed, 'another word'],
  ])
    it(`ends with 2 and does not repeat what was typed: ${argv.join(' ')}`, async () => {
      const { exitCode, message, actions, cause } = await refused(argv);
      expect(exitCode).to.equal(2);
      expect(message)
        .to.match(/\S/u)
        .and.not.match(/Summer|kuznets|another/u);
      expect(actions).to.not.be.empty;
      expect(cause).to.equal(undefined);
    });

  const advice: ReadonlyArray<readonly [readonly string[], RegExp]> = [
    [['--app', 'two', 'words'], /quotes/u],
    [['--unknown'], /which flags there are/u],
    [['--app', 'a', '--file', 'b'], /Leave one of these flags out/u],
    [['--only', 'a'], /missing flag/u],
    [['--app'], /value behind the flag/u],
    [['--flow', 'jwtt'], /value that this flag takes/u],
    [['--window', 'x'], /value that this flag takes/u],
  ];
  for (const [argv, expected] of advice)
    it(`advises what cures it: ${argv.join(' ')}`, async () => {
      const { actions } = await refused([...argv]);
      expect(actions).to.have.length(1);
      expect(actions?.[0]).to.match(expected);
    });

  it('repeats what is too short for a secret: it is part of other words', async () => {
    const said = async (value: string): Promise<string> => (await refused(['--flow', value])).message;
    expect(await said('abc')).to.include('--flow=abc ');
    expect(await said('abcd')).to.include('--flow=[hidden] ');
  });

  it('still says which flag it was, and what it takes', async () => {
    const { message } = await refused(['--flow', 'jwtt']);
    expect(message).to.equal('Expected --flow=[hidden] to be one of: jwt, web\nSee more help with --help');
    expect((await refused(['--unknown'])).message).to.include('--unknown');
    expect((await refused(['--window'])).message).to.include('--window expects a value');
  });
});
