// A list to read; its button works without a script.
export const csr = false;
