/** What tells ids apart: an org gives them with 15 characters, or with three more that only repeat the case of these. */
export const shortId = (id: string): string => id.slice(0, 15);

/** Whether two ids, of 15 or 18 characters, are of the same thing. */
export const sameId = (one: string, other: string): boolean => shortId(one) === shortId(other);
