import type { Bilingual } from '#kernel/bilingual.ts';

/** The other views by name: all that a page needs to offer them, without what they hold. A test keeps it equal to the content. */
export const otherViewNames: readonly { id: string; name: Bilingual }[] = [
	{ id: 'positieve-gezondheid', name: { nl: 'Positieve Gezondheid', en: 'Positive Health' } },
	{ id: 'leefbaarometer', name: { nl: 'Leefbaarometer', en: 'Leefbaarometer (liveability)' } },
];
