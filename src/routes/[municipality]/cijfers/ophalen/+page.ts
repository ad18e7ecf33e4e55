// Two plain forms: no script needed.
export const csr = false;
