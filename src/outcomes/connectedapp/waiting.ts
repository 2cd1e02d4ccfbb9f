import type { GatheredApp } from '../../look/app-check.ts';
import { waitForApp, waitHost, walkAfter } from '../../look/app-wait.ts';
import type { LookRequest } from '../../look/look.ts';
import { defined, type AppCheck, type WaitResult } from '../../model/index.ts';
import { showTries } from '../../output/waiting.ts';
import type { Shell } from '../../shell/command.ts';
import { interruptBy } from '../../waiting/index.ts';
import type { CheckFlags } from './flags.ts';

/** The flags of a check that waits, with the minutes that it may take. */
type WaitFlags = Pick<CheckFlags, 'stable' | 'max-tries' | 'redact'> & { readonly wait: number };

const wait = async (
  shell: Shell,
  gathered: GatheredApp,
  request: LookRequest,
  { wait: minutes, stable, 'max-tries': budget, redact }: WaitFlags,
): Promise<WaitResult> => {
  const host = new URL(waitHost(request)).host;
  const { words, say: log, clean } = shell;
  const show = showTries({ words, host, minutes, stable, json: shell.jsonEnabled(), redact, log, clean });
  const interrupt = interruptBy(process);
  try {
    const { signal } = interrupt;
    const limits = defined({ stable, budget });
    return await waitForApp(request, gathered, { minutes, ...limits, signal, onTry: show.onTry });
  } finally {
    interrupt.release();
    show.end();
  }
};

/** A gate that time does not open makes waiting useless. */
export const waitThenWalk = async (
  shell: Shell,
  gathered: GatheredApp,
  request: LookRequest,
  flags: WaitFlags,
): Promise<AppCheck> => {
  const before = gathered.walk(gathered.evidence);
  if (before.outcome === 'cause-found') return before;
  return walkAfter(gathered, await wait(shell, gathered, request, flags), request);
};
