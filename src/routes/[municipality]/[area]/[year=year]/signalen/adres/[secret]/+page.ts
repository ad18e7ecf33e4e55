/** A page to read, with a button. */
export const csr = false;
