import { globSync, readFileSync } from 'node:fs';

const literal = /'([^'\\\n]{2,60})'/gu;

/** The texts that the source itself compares with: what no chance would find. */
export const tokens: readonly string[] = [
  ...new Set(
    globSync('src/{recognition,evidence,oauth,preview,loginhistory,model}/**/*.ts')
      .toSorted()
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(literal)].map(([, text = '']) => text)),
  ),
];
