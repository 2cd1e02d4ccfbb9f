import fc from 'fast-check';

/** What people call things: every sign that a pattern, a query, a page or a shell takes for its own, and every script. */
export const unkindNames: readonly string[] = [
  'svc-billing-prod',
  'Minimum Access - API Only Integrations',
  "O'Brien",
  '"quoted"',
  '100% done_%',
  '[EU] (prod) {1}',
  'a.*+?^$|b',
  String.raw`back\slash\n`,
  '$& and $1',
  '<b>&amp;</b>',
  '| table | # heading',
  '=1+1',
  '  leading blanks',
  'Ünïcödé Straße',
  'Ελληνικά',
  '請求連携',
  'مزامنة',
  'बिलिंग',
  '🚀 sync 👩‍👩‍👧',
  'x'.repeat(80),
];

const signs = Array.from('-.\'"%_[](){}\\^$*+?|/&<>#=@~`!,:; aZ9ßΩ請م🚀');

/** Any name of up to 80 characters that is not blank. */
export const anyName: fc.Arbitrary<string> = fc
  .string({
    unit: fc.oneof(fc.constantFrom(...signs), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
    maxLength: 80,
  })
  .filter((name) => name.trim() !== '');
