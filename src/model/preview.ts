/** What becomes of the logins of one integration. `refused-already`: today's settings refuse it, with the change or without. */
export type Verdict = 'refused' | 'untold' | 'works-again' | 'refused-already' | 'goes-on';
