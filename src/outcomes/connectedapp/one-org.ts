import { checkAllApps, gatherApp, type GatheredApp } from '../../look/app-check.ts';
import { waitHost } from '../../look/app-wait.ts';
import { storedLogins } from '../../evidence/local/index.ts';
import { readAllRequest, readCheckRequest } from '../../input/app-check/request.ts';
import type { LookRequest } from '../../look/look.ts';
import type { AppCheckResult } from '../../model/index.ts';
import { tellable } from '../../output/evidence.ts';
import type { Shell } from '../../shell/command.ts';
import type { CheckFlags } from './flags.ts';
import { waitThenWalk } from './waiting.ts';

const spinner = ({ words }: Shell): string => words.text('auth.connectedapp.check', 'spinner');

const gather = async (shell: Shell, request: LookRequest, flags: CheckFlags): Promise<GatheredApp> => {
  const signal = shell.clock(flags);
  const { tell, browse: openBrowser } = shell;
  const gathered = await shell.spinning(spinner(shell), () => gatherApp({ ...request, signal, tell, openBrowser }));
  return flags.redact ? tellable(gathered) : gathered;
};

/** Every app of an org, or one: as it stands, or once it is known. */
export const checkOrg = async (shell: Shell, flags: CheckFlags): Promise<AppCheckResult> => {
  const { defaultOrg: configuredOrg } = shell;
  if (flags.all) {
    const request = readAllRequest(flags, configuredOrg);
    const signal = shell.clock(flags);
    return shell.spinning(spinner(shell), () => checkAllApps({ ...request, signal }));
  }
  const request = await readCheckRequest(flags, { store: storedLogins, stdin: process.stdin, configuredOrg });
  const { wait } = flags;
  if (wait === undefined) {
    const { evidence, walk } = await gather(shell, request, flags);
    return walk(evidence);
  }
  waitHost(request);
  // The waiting itself asks and attempts.
  const quiet = { ...request, probe: false, attempt: false };
  return waitThenWalk(shell, await gather(shell, quiet, flags), request, { ...flags, wait });
};
