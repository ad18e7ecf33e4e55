import defaults from '#content/help-in-danger.json' with { type: 'json' };
import type { Language } from '#locales/messages.ts';

/** Where somebody can turn when there are worries about a person. */
export interface HelpLine {
	id: string;
	name: string;
	/** What for. */
	when: string;
	phone: string;
}

/** The lines that hold in the whole country, with those that a municipality added behind the first (112). */
export function helpLines(language: Language, own: readonly HelpLine[]): HelpLine[] {
	const [emergency, ...others] = defaults.lines.map((one) => ({
		id: one.id,
		name: one.name[language],
		when: one.when[language],
		phone: one.phone,
	}));
	return [...(emergency ? [emergency] : []), ...own, ...others];
}
