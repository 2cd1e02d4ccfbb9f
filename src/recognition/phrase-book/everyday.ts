/**
 * Words that look like a refusal and are none: the failed assertions of test runners, what a successful answer holds, counts of
 * errors that are nought. They are read before anything else is, and say nothing.
 */
export const everyday: readonly string[] = [
  'assertion failed',
  'assertion failure',
  'assertion failures',
  'assertions failed',
  'assertion error',
  'assertion passed',
  'assertions passed',
  'failed assertion',
  'failed assertions',
  'failing assertion',
  'AssertionError',
  'AssertionFailedError',
  'AssertException',
  'ERR_ASSERTION',
  'assert failed',
  'passwordExpired false',
  '<passwordExpired>false</passwordExpired>',
  'password expired false',
  'mustChangePassword false',
  '0 errors',
  'no errors',
  '0 failures',
  '0 failed',
  '0 failing',
  'without errors',
];
