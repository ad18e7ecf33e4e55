/** Why a moderator does not take the words of a reaction over; published as the rules of the page. */
export const refusalReasons = [
	'about_person',
	'abuse',
	'off_topic',
	'advertising',
	'repeated',
	'unreadable',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why reactions without words are set aside together; a rule of the page like the others. */
export const burstReason = 'burst';
/** So many equal answers within one hour may be a flood; fewer are never looked at apart. */
export const leastOfBurst = 10;

/** Where a reaction stands: read first, counts, was refused, or was taken back by who made it. */
export const reactionStates = ['waiting', 'counted', 'refused', 'taken_back'] as const;
export type ReactionState = (typeof reactionStates)[number];

/** Where a round stands on a day. A draft is not on the site. */
export type RoundState = 'draft' | 'coming' | 'open' | 'closed';

interface Dates {
	publishedAt: Date | null;
	opensOn: string;
	closesOn: string | null;
}

/** Where a round stands; `today` is a day as ISO text. The last day counts. */
export function roundState({ publishedAt, opensOn, closesOn }: Dates, today: string): RoundState {
	if (publishedAt === null) return 'draft';
	if (opensOn > today) return 'coming';
	return closesOn !== null && closesOn < today ? 'closed' : 'open';
}

/**
 * A text in the reader's language; the Dutch one where there is no other, and then `lang` says so, for voices that read
 * aloud.
 */
export function inLanguage(
	language: string,
	nl: string,
	en: string,
): { text: string; lang: 'nl' | undefined } {
	if (language === 'nl') return { text: nl, lang: undefined };
	return en === '' ? { text: nl, lang: 'nl' } : { text: en, lang: undefined };
}
