#!/usr/bin/env node
// The plugin alone, without the sf CLI around it. Build first: `npm run build`.
import { execute } from '@oclif/core';

await execute({ dir: import.meta.url });
