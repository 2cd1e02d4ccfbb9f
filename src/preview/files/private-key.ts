/** How a private key begins, as text. */
export const privateKey = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/u;
