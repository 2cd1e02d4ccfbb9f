import { Config } from '@oclif/core';
import { Flags } from '@oclif/core';
import { expect } from 'chai';
import AuthSelftest from '../../src/commands/auth/selftest.ts';
import { exchange } from '../../src/oauth/index.ts';
import { SendingCommand } from '../../src/shell/sending-command.ts';
import { parsed, root } from '../support/cli.ts';
import { runHere } from '../support/in-process.ts';

const url = 'https://acme.invalid/services/data';

/** A command that sends one request, and goes on by its answer. */
class Sends extends SendingCommand<{ readonly went: boolean }> {
  public static override readonly flags = {
    requests: Flags.boolean(),
    details: Flags.boolean(),
    'result-format': Flags.string({ default: 'human' }),
  };
  public run() {
    return this.answer(this.parse(Sends), async () => {
      const { reached } = await exchange({ url, purpose: 'org-versions', timeoutMs: 5000 });
      return { result: { went: reached }, exitCode: 4, report: () => 'went on' };
    });
  }
}

class Breaks extends Sends {
  public override run() {
    return this.answer(this.parse(Sends), () => Promise.reject(new Error('broken before')));
  }
}

describe('a command that sends', () => {
  it('with --requests goes no further than the first request, and ends well', async () => {
    const { stdout, code } = await runHere(Sends, ['--requests'], {});
    expect(stdout)
      .to.match(/^This run would send 1 request first/u)
      .and.include(url)
      .and.not.include('went on');
    expect(code).to.equal(0);
  });

  it('with --details ends its screen with what was sent; without, and in another format, not', async () => {
    const { stdout, code } = await runHere(Sends, ['--details'], {});
    expect(stdout)
      .to.match(/^went on\n\n1 request was sent\n/u)
      .and.include(url);
    expect(code).to.equal(4);
    for (const flags of [[], ['--json'], ['--details', '--result-format', 'markdown']])
      expect((await runHere(Sends, flags, {})).stdout).to.not.include('sent');
  });

  it('with --details --json has what was sent in its result', async () => {
    const { result } = parsed(await runHere(Sends, ['--details', '--json'], {})) as { readonly result: object };
    expect(result).to.deep.equal({ went: false, sent: [{ method: 'GET', url, purpose: 'org-versions' }] });
  });

  it('with --requests is no cloak for what else goes wrong', async () => {
    const { stdout, stderr } = await runHere(Breaks, ['--requests'], {});
    expect(stdout).to.equal('');
    expect(stderr).to.include('broken before');
  });

  it('names no org where its report is made for strangers', async () => {
    class GoesOut extends Sends {
      protected override readonly goesOut = true;
    }
    const shown = await runHere(GoesOut, ['--details'], {});
    expect(shown.stdout).to.include('1 request was sent').and.not.include('acme');
    const data = await runHere(GoesOut, ['--details', '--json'], {});
    expect(data.stdout).to.include('"org-versions"').and.not.include('acme');
  });

  it('is for strangers in the selftest, whose report is made to be attached', () => {
    class Seen extends AuthSelftest {
      public readonly forStrangers = this.goesOut;
    }
    expect(new Seen([], new Config({ root })).forStrangers).to.equal(true);
  });
});
