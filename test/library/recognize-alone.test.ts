import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import * as whole from '../../src/index.ts';
import { isTransient, recognize } from '../../src/recognize.ts';

const imports = /^(?:import|export)\b[^;]*?\bfrom '([^']+)'/gmu;

/** Every file and package that a file loads, itself among them; types load nothing. */
const loadedBy = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [statement, from = ''] of readFileSync(file, 'utf8').matchAll(imports)) {
    if (/^(?:import|export) type\b/u.test(statement)) continue;
    if (from.startsWith('.')) loadedBy(path.join(path.dirname(file), from), seen);
    else seen.add(from);
  }
  return seen;
};

describe('sf-plugin-auth-doctor/recognize', () => {
  const text = '{"error":"invalid_grant","error_description":"user hasn\'t approved this consumer"}';

  it('recognises what the whole library does, by id', () => {
    const { causes, ...rest } = whole.recognize(text);
    expect(recognize(text)).to.deep.equal({
      ...rest,
      causes: causes.map(({ title, ...cause }) => (expect(title).to.not.equal(''), cause)),
    });
    expect(isTransient('REQUEST_LIMIT_EXCEEDED')).to.equal(whole.isTransient('REQUEST_LIMIT_EXCEEDED'));
  });

  it('loads no words, and of packages only what clues count addresses and names by', () => {
    const loaded = [...loadedBy('src/recognize.ts')];
    expect(loaded.filter((file) => file.startsWith('src/words') || file.startsWith('src/report'))).to.deep.equal([]);
    const packages = loaded.filter((file) => !file.startsWith('src/'));
    expect(packages.filter((name) => !['ipaddr.js', 'fastest-levenshtein'].includes(name))).to.deep.equal([]);
    expect(loaded.length, 'the walk itself').to.be.greaterThan(100);
  });

  it('is what package.json exports under that name', () => {
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      exports: Record<string, { default: string }>;
    };
    expect(exports['./recognize']?.default).to.equal('./lib/recognize.js');
  });
});
