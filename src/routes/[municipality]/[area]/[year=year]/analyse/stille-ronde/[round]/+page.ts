// To read, and to go through together: nothing here needs JavaScript.
export const csr = false;
