// A choice of links: no script is needed, and none is sent.
export const csr = false;
