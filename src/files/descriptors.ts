import { fstatSync, readdirSync, writeFile, writeSync, type BigIntStats } from 'node:fs';
import { promisify } from 'node:util';

/** The descriptors of this process. Where the system does not list them, those that every process has. */
const descriptors = (): readonly number[] => {
  try {
    return readdirSync('/dev/fd')
      .map(Number)
      .filter((one) => one > 0);
  } catch {
    return [1, 2];
  }
};

/** A file that the shell opened for reading (`< file`) is not the place where it wants the output. */
const takesOutput = (descriptor: number, { dev, ino }: BigIntStats): boolean => {
  try {
    const open = fstatSync(descriptor, { bigint: true });
    if (open.dev !== dev || open.ino !== ino) return false;
    writeSync(descriptor, '');
    return true;
  } catch {
    return false;
  }
};

/**
 * By which descriptor the file or socket is open for output already, as a shell's `> file` is: opened anew it would be
 * emptied, and a socket cannot be opened by its name at all.
 */
export const openedAs = (there: BigIntStats): number | undefined =>
  there.isFile() || there.isSocket() ? descriptors().find((one) => takesOutput(one, there)) : undefined;

const writeOpened = promisify(writeFile);

/** Writes where the descriptor stands: what is there already stays. */
export const writeInto = (descriptor: number, text: string): Promise<void> => writeOpened(descriptor, text);
