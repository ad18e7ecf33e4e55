/** A page to read that the phone keeps: what it says when another page is not there without a network. */
export const csr = false;
