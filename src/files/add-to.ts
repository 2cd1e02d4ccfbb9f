import { appendFile } from 'node:fs/promises';

/** Adds to a file that others write to as well. Throws what the system says. */
export const addTo = (path: string, text: string): Promise<void> => appendFile(path, text);
