import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What stands behind some files: the files that they import, from each to the next, and the packages. */
export type Behind = { readonly files: ReadonlySet<string>; readonly packages: ReadonlySet<string> };

const imports = /\b(?:from|import)\s*\(?\s*['"](?<from>[^'"]+)['"]/gu;

const packageOf = (from: string): string => /^(?:@[^/]+\/)?[^/]+/u.exec(from)?.[0] ?? from;

/** Follows the imports of what was built: of its code, and of its types. */
export const behind = (entries: readonly string[]): Behind => {
  const files = new Set<string>();
  const packages = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const { groups } of readFileSync(file, 'utf8').matchAll(imports)) {
      const { from = '' } = groups ?? {};
      if (from.startsWith('node:')) continue;
      if (!from.startsWith('.')) packages.add(packageOf(from));
      else {
        const target = path.join(path.dirname(file), from);
        waiting.push(file.endsWith('.d.ts') ? target.replace(/\.[jt]s$/u, '.d.ts') : target);
      }
    }
  }
  return { files, packages };
};
