// A list to read: no script is needed, and none is sent.
export const csr = false;
