/** A page to read: nothing in it needs a script. */
export const csr = false;
