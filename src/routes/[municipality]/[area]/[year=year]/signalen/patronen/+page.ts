/** A page to read. */
export const csr = false;
