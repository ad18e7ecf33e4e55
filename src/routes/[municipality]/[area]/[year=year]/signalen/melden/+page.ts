/** Light, for whoever has an old telephone; the check of visitors has a small script of its own. */
export const csr = false;
