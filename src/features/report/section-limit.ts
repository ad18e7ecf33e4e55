/** How long a section may be, in characters with its marks: some six pages. */
export const sectionLimit = 20_000;
