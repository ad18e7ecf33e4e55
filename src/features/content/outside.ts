import type { Bilingual } from '#kernel/bilingual.ts';

/** What the group of themes is called that a trajectory's framework does not have. */
export const outsideName: Bilingual = { nl: 'Niet in dit kader', en: 'Not in this framework' };
