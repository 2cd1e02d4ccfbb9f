import { writeFileSync } from 'node:fs';
import { report } from './report.ts';

writeFileSync(new URL('../../../simulator/CONFORMANCE.md', import.meta.url), await report());
