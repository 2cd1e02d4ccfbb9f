import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rolldown';

/** The folder of the package that a file is of, where it is of one. */
const packageFolder = (file: string): string | undefined =>
  /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/u.exec(file)?.[0];

/** Throws where a package says no terms: nothing is handed on without them. */
const noticeOf = (folder: string): string => {
  const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
  };
  const terms = globSync('{licen[cs]e,LICEN[CS]E,notice,NOTICE}*', { cwd: folder }).toSorted();
  if (terms.length === 0) throw new Error(`${name} ${version} has no licence text, and would be put into our files.`);
  return [`${name} ${version}`, ...terms.map((file) => readFileSync(path.join(folder, file), 'utf8').trim())].join(
    '\n\n',
  );
};

/** Under `lib/`. */
export const noticesFile = 'third-party-notices.txt';

/** Writes beside our files whose code they hold, and on which terms: a licence asks that it goes with every copy. */
export const notices: Plugin = {
  name: 'notices',
  generateBundle: {
    handler(_options, bundle) {
      const files = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? Object.keys(part.modules) : []));
      const folders = new Set(files.map(packageFolder).filter((folder) => folder !== undefined));
      const source = [...folders]
        .toSorted()
        .map(noticeOf)
        .join(`\n\n${'-'.repeat(80)}\n\n`);
      this.emitFile({ type: 'asset', fileName: noticesFile, source: `${source}\n` });
    },
  },
};
