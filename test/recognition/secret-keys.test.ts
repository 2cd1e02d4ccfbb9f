import { expect } from 'chai';
import { secretsFoundIn } from '../../src/files/index.ts';
import { withoutSecrets } from '../../src/recognition/secrets.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const many = `${letters}0123456789${letters}0123456789`;

/** In two parts each, so that no scanner takes this file for one that holds a key. */
const keys: ReadonlyArray<readonly [string, string]> = [
  ['xox', `b-123456789012-123456789012-${letters.slice(0, 24)}`],
  ['xapp', `-1-A01234567-${many}`],
  ['gh', `p_${many.slice(0, 36)}`],
  ['github', `_pat_11ABCDEFG0${letters.slice(0, 11)}_${many.slice(0, 59)}`],
  ['gl', `pat-${many.slice(0, 20)}`],
  ['AK', 'IAIOSFODNN7EXAMPLQ'],
  ['AI', `zaSyA${many.slice(0, 32)}`],
  ['GOC', `SPX-${many.slice(0, 28)}`],
  ['ya', `29.${many}`],
  ['do', `p_v1_${'0123456789abcdef'.repeat(4)}`],
  ['da', `pi${'0123456789abcdef'.repeat(2)}`],
  ['hv', `s.${many.slice(0, 24)}`],
  ['np', `m_${many.slice(0, 36)}`],
  ['py', `pi-AgEIcHlwaS5vcmc${many}`],
  ['dck', `r_pat_${many.slice(0, 27)}`],
  ['S', `G.${many.slice(0, 22)}.${many.slice(0, 43)}`],
  ['sk', `_live_${many.slice(0, 24)}`],
  ['shp', `at_${'0123456789abcdef'.repeat(2)}`],
  ['sk', `-ant-api03-${many}${many.slice(0, 30)}AA`],
  ['sk', `-proj-${many}`],
  ['gs', `k_${many.slice(0, 52)}`],
  ['hf', `_${many.slice(0, 34)}`],
  ['ntn', `_${many.slice(0, 46)}`],
  ['lin', `_api_${many.slice(0, 40)}`],
  ['fig', `d_${many.slice(0, 40)}`],
  ['gl', `sa_${many.slice(0, 32)}_0123abcd`],
  ['HRK', `U-${many.slice(0, 36)}`],
  ['PMA', `K-${many.slice(0, 24)}-${many.slice(0, 34)}`],
  ['https://hooks.sl', 'ack.com/services/T00000000/B00000000/ABCDEFGHIJKLMNOPQRSTUVWX'],
];

describe('keys of other services', () => {
  for (const [from, rest] of keys)
    it(`${from}${rest.slice(0, 5)}...: are hidden wherever they stand`, async () => {
      const key = `${from}${rest}`;
      for (const text of [key, `with ${key}.`, `"${key}"`, `T=${key}&x=1`]) {
        const left = withoutSecrets(text);
        expect(left, text).to.include('[hidden]').and.not.include(rest.slice(-12));
        expect(await secretsFoundIn(left), text).to.deep.equal([]);
      }
    });

  it('are no words that only begin alike', () => {
    for (const text of [
      'npm_config_registry=https://registry.example.com',
      'npm_lifecycle_script is set',
      'the branch is sk-translation-of-the-handbook',
      'ghost_writer and github_path_of_the_repository',
      'AKIA is how such ids begin',
      'global-configuration-of-the-pipeline',
    ])
      expect(withoutSecrets(text)).to.equal(text);
  });
});
