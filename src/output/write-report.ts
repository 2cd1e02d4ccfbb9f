import { codeOf, secretsFoundIn, writeWhole } from '../files/index.ts';
import { Trouble } from '../model/index.ts';

/** Writes a report to the file that a person named. Throws `Trouble`. */
export const writeReport = async (path: string, text: string): Promise<void> => {
  const [rule] = await secretsFoundIn(text);
  if (rule !== undefined) throw new Trouble('secret-left', { path, rule });
  try {
    await writeWhole(path, text);
  } catch (error) {
    throw new Trouble('output-file-unwritable', { path, why: codeOf(error) });
  }
};
