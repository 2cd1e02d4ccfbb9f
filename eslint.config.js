import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { arrows } from './scripts/house/arrows-rule.ts';
import { house } from './scripts/house/arrows.ts';
import { sfRecommended, sfRules } from './scripts/house/sf-plugin-rules.ts';

/** Rooms, and whether they are pure, stand in one table. */
const filesOf = (isPure) =>
  Object.entries(house)
    .filter(([name, room]) => name !== '.' && (room.pure ?? false) === isPure)
    .map(([name]) => `src/${name}/**/*.ts`);

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

  { files: ['src/**/*.ts'], plugins: { house: { rules: { arrows } } }, rules: { 'house/arrows': 'error' } },
  { files: ['src/**/*.ts'], plugins: { 'sf-plugin': { rules: sfRules } }, rules: sfRecommended },
  {
    files: filesOf(true),
    ignores: filesOf(false),
    rules: {
      'no-restricted-globals': ['error', 'process', 'performance', 'fetch', 'setTimeout', 'setInterval', 'crypto'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'A pure room is given the time.' },
        { object: 'Math', property: 'random', message: 'A pure room leaves nothing to chance.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'A pure room is given the time.',
        },
      ],
    },
  },
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
