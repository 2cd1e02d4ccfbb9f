import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, secretsFoundIn, writeWhole } from '../../files/index.ts';
import { Trouble } from '../../model/index.ts';
import { loginsIn, type SavedLogins } from './logins.ts';
import { asText, fromText } from './run.ts';
import type { Run } from './run.ts';

/** For its owner only: names of users, hosts and apps stand in it. */
const fileMode = 0o600;
const folderMode = 0o700;

const write = async (file: string, text: string): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true, mode: folderMode });
  await writeWhole(file, text, fileMode);
};

/** Stays on this machine, and nobody else reads it. */
export const writeRun = (file: string, run: Run): Promise<void> => write(file, asText(run));

/**
 * To the file that a person named: it may travel, so a well-kept set of rules looks through it as well. Throws `Trouble` rather than let a
 * secret out that nothing has hidden.
 */
export const saveEvidence = async (file: string, run: Run | SavedLogins): Promise<void> => {
  const text = asText(run);
  const [rule] = await secretsFoundIn(text);
  if (rule !== undefined) throw new Trouble('secret-left', { path: file, rule });
  try {
    await write(file, text);
  } catch (error) {
    throw new Trouble('evidence-unwritable', { path: file, why: codeOf(error) });
  }
};

const textIn = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Trouble('evidence-missing', { path: file, why: codeOf(error) });
  }
};

/** The evidence in a file that a person named. Throws `Trouble`. */
export const readEvidence = async (file: string): Promise<Run> => fromText(await textIn(file), file);

/** As `readEvidence`, where the file may hold the logins of a whole org as well. */
export const readLogins = async (file: string): Promise<Run | SavedLogins> => {
  const text = await textIn(file);
  return loginsIn(text) ?? fromText(text, file);
};
