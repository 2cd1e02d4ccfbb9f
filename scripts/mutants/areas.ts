import { globSync } from 'node:fs';

/** A part of the source whose mutants must not survive, and the tests that are quick enough to run for each of them. */
export type Area = { readonly mutate: readonly string[]; readonly tests: readonly string[] };

export const areas: Readonly<Record<string, Area>> = {
  secrets: { mutate: ['src/recognition/secret*.ts'], tests: ['test/recognition/secret*.test.ts'] },
  denial: { mutate: ['src/evidence/denial.ts'], tests: ['test/evidence/denial.test.ts'] },
  'exit-codes': {
    mutate: ['src/output/exit-codes.ts'],
    tests: [
      'test/output/*.test.ts',
      '!test/output/write-report.test.ts',
      'test/look/explain.test.ts',
      'test/gates/waited.test.ts',
      'test/report/compare/screens.test.ts',
      'test/report/preview/preview.test.ts',
      'test/selftest/report.test.ts',
    ],
  },
  // The books are data: what a wording means is held by the fixtures, phrase by phrase (test/recognition/phrase-book).
  recognition: {
    mutate: ['src/recognition/**/*.ts', '!src/recognition/secret*.ts', '!src/recognition/*-book/*.ts'],
    tests: ['test/recognition/*.test.ts', 'test/recognition/*-book/*.test.ts', '!test/recognition/linear.test.ts'],
  },
  judgement: {
    mutate: ['src/diagnosis/*.ts', 'src/loginhistory/one-login/*.ts'],
    tests: [
      'test/diagnosis/*.test.ts',
      '!test/diagnosis/true-answers.test.ts',
      'test/loginhistory/one-login/*.test.ts',
      'test/clues/cause.test.ts',
    ],
  },
  clues: { mutate: ['src/clues/*.ts'], tests: ['test/clues/*.test.ts', 'test/causes/*.test.ts'] },
};

/** Files of a folder by globs, of which those with a "!" take away. */
export const filesOf = (folder: string, globs: readonly string[]): readonly string[] =>
  globSync(
    globs.filter((glob) => !glob.startsWith('!')),
    { cwd: folder, exclude: globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)) },
  ).toSorted();
