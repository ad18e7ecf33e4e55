// A page to read, with forms that need no JavaScript: none is sent.
export const csr = false;
