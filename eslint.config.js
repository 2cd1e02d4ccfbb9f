import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The Salesforce CLI's packages: heavy, and not for the engine. */
const heavy = ['@salesforce/*', '@oclif/*', '@jsforce/*', 'jsforce'];

/** Node's doors to the world: pure rooms may not open them. */
const doors = ['node:fs', 'node:fs/promises', 'node:http', 'node:https', 'node:net', 'node:child_process', 'undici'];

/** Forbids a room the named rooms of src/, and the named packages. */
const room = (files, { rooms = [], packages = [], why }) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...(rooms.length === 0 ? [] : [{ regex: `^(\\.\\./)+(${rooms.join('|')})(/|\\.ts$)`, message: why }]),
          ...(packages.length === 0 ? [] : [{ group: packages, message: why }]),
          { regex: '/simulator/', message: 'The product knows nothing of its simulator.' },
        ],
      },
    ],
  },
});

const all = [
  'recognition',
  'oauth',
  'evidence',
  'causes',
  'clues',
  'diagnosis',
  'gates',
  'history',
  'loginhistory',
  'waiting',
  'report',
  'words',
  'commands',
  'hooks',
];
const but = (...names) => all.filter((name) => !names.includes(name));

export default tseslint.config(
  { ignores: ['lib/', 'node_modules/', 'coverage/', 'bin/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: ['./tsconfig.check.json'], tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      complexity: ['error', 14],
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(Literal[value=/[\\\\][$]&/], TemplateElement[value.raw=/[\\\\][$]&/])',
          message: 'A pattern is never escaped by hand: escape-string-regexp knows what a `u` pattern refuses.',
        },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/array-type': ['error', { default: 'array-simple' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  { files: ['**/*.js', '**/*.cjs'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'writable', process: 'readonly', console: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['test/**/*.ts', 'simulator/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },

  // The arrows of the house.
  room(['src/model/**'], { rooms: all, packages: [...heavy, ...doors], why: 'model imports nothing.' }),
  room(['src/history/**'], {
    rooms: but('history'),
    packages: [...heavy, ...doors],
    why: 'history is pure: model only.',
  }),
  room(['src/clues/**'], {
    rooms: but('clues', 'history'),
    packages: [...heavy, ...doors],
    why: 'clues read facts: model and history only.',
  }),
  room(['src/causes/**'], {
    rooms: but('causes', 'clues'),
    packages: [...heavy, ...doors],
    why: 'A cause imports the model (and the shared clues): no I/O, no clock, no prose.',
  }),
  room(['src/diagnosis/**'], {
    rooms: but('diagnosis', 'history'),
    packages: [...heavy, ...doors],
    why: 'diagnosis receives causes and evidence, it imports neither.',
  }),
  room(['src/gates/**'], {
    rooms: but('gates', 'clues', 'diagnosis', 'history'),
    packages: [...heavy, ...doors],
    why: 'gates receive causes and evidence, as diagnosis does, and are as pure.',
  }),
  room(['src/recognition/**'], {
    rooms: but('recognition'),
    packages: [...heavy, ...doors],
    why: 'recognition is pure: text in, refusals out.',
  }),
  room(['src/oauth/**'], {
    rooms: but('oauth', 'recognition'),
    packages: heavy,
    why: 'oauth knows no org and no CLI.',
  }),
  room(['src/evidence/login/**'], {
    rooms: but('evidence', 'oauth', 'recognition'),
    packages: heavy,
    why: 'The login host needs no session, so no CLI package.',
  }),
  room(['src/waiting/*.ts'], {
    rooms: but('waiting', 'clues'),
    packages: [...heavy, ...doors],
    why: 'What an answer means and when to ask again is pure.',
  }),
  room(['src/waiting/asks/**'], {
    rooms: but('waiting', 'evidence', 'oauth', 'recognition'),
    packages: heavy,
    why: 'The asks speak to the login host through oauth and evidence/login.',
  }),
  room(['src/evidence/org/**', 'src/evidence/gather.ts', 'src/evidence/denial.ts'], {
    rooms: but('evidence', 'recognition', 'oauth', 'history'),
    packages: heavy,
    why: 'Only org-port.ts speaks to an org.',
  }),
  room(['src/report/**'], {
    rooms: but('report', 'words'),
    packages: [...heavy, ...doors],
    why: 'A renderer gets a diagnosis and words, nothing else.',
  }),
  room(['src/index.ts', 'src/library/**'], {
    rooms: ['evidence', 'oauth', 'waiting', 'commands', 'hooks', 'input', 'output'],
    packages: [...heavy, ...doors],
    why: 'The library judges what it is given: it loads no CLI package and opens no door.',
  }),
  room(['src/loginhistory/reading/**'], {
    rooms: ['causes', 'clues', 'diagnosis', 'history', 'waiting', 'report', 'words', 'commands', 'hooks'],
    packages: heavy,
    why: 'Login rows are read through the org port or from a file, and counted; what they mean is found elsewhere.',
  }),
  room(['src/loginhistory/*.ts', 'src/loginhistory/{alarms,chart,groups,patterns}/**'], {
    rooms: but('loginhistory', 'recognition'),
    packages: [...heavy, ...doors],
    why: 'What counted rows mean is pure: rows in, findings out. look/ and around/ ask.',
  }),
  room(['src/loginhistory/{look,around}/**'], {
    rooms: but('loginhistory', 'recognition', 'evidence'),
    packages: heavy,
    why: 'Only evidence/org-port.ts speaks to an org; the catalogue and the words come in from the edge.',
  }),
  room(['src/words/**'], { rooms: but('words'), packages: heavy, why: 'words are read from messages/, by anyone.' }),
  {
    files: ['simulator/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '/src/', message: 'The simulator cannot share our mistakes: nothing from src/.' }] },
      ],
    },
  },
);
