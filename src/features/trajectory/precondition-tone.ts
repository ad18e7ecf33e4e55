const tones: Record<string, 'neutral' | 'protective' | 'attention' | 'info'> = {
	unknown: 'neutral',
	open: 'attention',
	partly: 'info',
	arranged: 'protective',
	not_needed: 'neutral',
};

/** The tone of the badge that says how far a precondition is. */
export function toneOf(state: string): 'neutral' | 'protective' | 'attention' | 'info' {
	return tones[state] ?? 'neutral';
}
