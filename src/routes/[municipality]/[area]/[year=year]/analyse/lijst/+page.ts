// A list of links and a filter in the address: nothing here needs JavaScript, so none is sent.
export const csr = false;
