import { createInterface } from 'node:readline/promises';

/** Whether somebody sits at this terminal who could answer. */
export const canAsk = (): boolean => process.stdin.isTTY && process.stdout.isTTY;

/** A number from 1 to `most` that a person types; undefined where they type anything else. */
export const askNumber = async (question: string, most: number): Promise<number | undefined> => {
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const number = Number((await asking.question(question)).trim());
    return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined;
  } finally {
    asking.close();
  }
};
