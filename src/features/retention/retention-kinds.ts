import file from '#content/retention.json' with { type: 'json' };
import type { Bilingual } from '#kernel/bilingual.ts';

/** What is kept for a period. */
export interface RetentionKind {
	id: string;
	/** How long, in months, where the municipality chose nothing else. */
	months: number;
	/** From when its period runs. */
	from: 'added' | 'withdrawn' | 'replaced' | 'ended' | 'done';
	name: Bilingual;
}

/** Every kind of data with a period (`content/retention.json`). */
export const retentionKinds = file.kinds as readonly RetentionKind[];

export const retentionIds = retentionKinds.map(({ id }) => id);

/** The shortest and the longest period that can be chosen, in months. */
export const shortest = 1;
export const longest = 240;

/** The moment before which a period of so many months was over. */
export function before(now: Date, months: number): Date {
	const moment = new Date(now);
	const day = moment.getUTCDate();
	moment.setUTCDate(1);
	moment.setUTCMonth(moment.getUTCMonth() - months);
	const lastDay = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + 1, 0));
	moment.setUTCDate(Math.min(day, lastDay.getUTCDate()));
	return moment;
}
