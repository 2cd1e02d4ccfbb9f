/** Salesforce's products that log in by themselves. */
type Family =
  | 'marketing-cloud'
  | 'b2c-commerce'
  | 'account-engagement'
  | 'tableau'
  | 'slack'
  | 'heroku'
  | 'mulesoft'
  | 'data-cloud'
  | 'quip';

/**
 * Another provider's refusals, so that they are named and never diagnosed as Salesforce's.
 * `signs`: what only this provider ever prints, however near Salesforce is named. `marks`: its hosts and names, which count where
 * they stand nearer than Salesforce's. `texts`: wordings that Salesforce never sends; where Salesforce is named, a vendor may have
 * used them for it. `anybodys`: the same, in words that any program could print: they tell whose they are only as what an OAuth
 * server answered, or beside one of the marks; else they let it be suspected. `descriptions`: short wordings that count only as the
 * description of an OAuth error.
 */
export type Provider = {
  readonly name: string;
  /** Salesforce's own, but with an admin and a console of its own: which of its products. */
  readonly family?: Family;
  readonly signs?: readonly string[];
  readonly marks: readonly string[];
  readonly texts?: readonly string[];
  readonly anybodys?: readonly string[];
  readonly descriptions?: readonly string[];
  readonly source: string;
};
