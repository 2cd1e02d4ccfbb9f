/** What goes first where a screen is full: the higher, the sooner. What is not named here stays. */
export const ranks = {
  later: 9,
  alsoPossible: 8,
  looked: 7,
  otherRemedy: 6,
  sure: 5,
  risk: 4,
  next: 3,
  verify: 2,
} as const;
