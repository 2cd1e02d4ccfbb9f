import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { root, run } from '../support/cli.ts';

/** Prints the address of every module that is loaded, then calls the four functions. */
const watcher = `
import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
const { recognize, diagnose, explain, isTransient } = await import('./src/index.ts');
recognize('invalid_grant: authentication failure');
isTransient(new Error('connect ECONNREFUSED 127.0.0.1:443'));
explain('user-frozen');
diagnose({ error: 'expired access/refresh token' });
console.log(JSON.stringify(loaded));
`;

const heavy = /^(?:@salesforce|@oclif|@jsforce|jsforce|undici)(?:\/|$)/u;

/** The imports of a source file that run when it is loaded. */
const loads = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from\s+'([^']+)';/gmu)].map(
    (match) => match[1] ?? '',
  );

const behind = (file: string, seen: Set<string>, packages: Set<string>): ReadonlySet<string> => {
  if (seen.has(file)) return packages;
  seen.add(file);
  for (const from of loads(file)) {
    if (from.startsWith('.')) behind(path.join(path.dirname(file), from), seen, packages);
    else packages.add(from);
  }
  return packages;
};

/** Packages without dependencies, of some kB. */
const small = new Set(['ipaddr.js', 'fastest-levenshtein']);

describe('the library loads without the CLI', () => {
  it('in the sources: no package of the CLI, and nothing that speaks to a network', () => {
    const packages = [...behind(`${root}src/index.ts`, new Set(), new Set())];
    expect(packages).to.not.have.lengthOf(0);
    expect(
      packages.filter((name) => heavy.test(name) || /^node:(?:https?|net|tls|child_process)$/u.test(name)),
    ).to.deep.equal([]);
  });

  it('when it runs: every module is its own, a small package, or of Node itself', async () => {
    const { code, stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', watcher]);
    expect(code, stderr).to.equal(0);
    const loaded = JSON.parse(stdout) as string[];
    const packages = new Set(loaded.flatMap((url) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(url)?.[1] ?? []));
    expect(loaded.some((url) => url.endsWith('/src/index.ts'))).to.equal(true);
    expect([...packages].filter((name) => !small.has(name))).to.deep.equal([]);
  });
});
