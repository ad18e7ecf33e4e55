/** The files in which a list of sources can be had. */
export const listFormats = ['csv', 'xlsx', 'geojson'] as const;
export type ListFormat = (typeof listFormats)[number];
