#!/usr/bin/env node
// The plugin alone, without the sf CLI around it. Build first: `npm run build`.
import { execute, handle } from '@oclif/core';

// Ctrl+C: the command ends itself by throwing out of a signal listener. Its exit code counts, not its stack.
process.on('uncaughtException', (error) => void handle(error));

await execute({ dir: import.meta.url });
