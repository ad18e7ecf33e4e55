// A list to read; switching works without a script.
export const csr = false;
