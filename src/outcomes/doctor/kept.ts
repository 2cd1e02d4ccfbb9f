import { forget, type Shelf } from '../../evidence/saved/index.ts';
import { exitCodes, type Forgotten } from '../../model/index.ts';
import type { Ending, Shell } from '../../shell/command.ts';

/** Where the last run is kept. */
export const shelfOf = ({ config }: Pick<Shell, 'config'>): Shelf => ({
  dataDir: config.dataDir,
  command: 'auth doctor',
  now: Date.now(),
});

/** `--forget`: removes what the last run left. */
export const forgetKept = async (shell: Shell): Promise<Ending<Forgotten>> => {
  const forgotten = await forget(shelfOf(shell));
  const report = (): string => shell.words.text('auth.doctor', forgotten ? 'forgotten' : 'nothing-to-forget');
  return { result: { forgotten }, exitCode: exitCodes.healthy, report };
};
