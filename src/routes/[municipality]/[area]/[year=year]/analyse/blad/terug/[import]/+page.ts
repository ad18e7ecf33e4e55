// A list with ticks and small forms: all of it works as the browser brings it, so no JavaScript is sent.
export const csr = false;
