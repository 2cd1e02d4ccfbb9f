/** Writes the generated lists of causes and scenarios: they come before anything that imports them, and before the build. */
import { writeFileSync } from 'node:fs';
import { indexes } from './indexes.ts';

for (const [file, content] of indexes()) writeFileSync(file, content);
