import type { AskedTension } from './tension.server.ts';

/** What the form asks about a theme, with what people said about it so far. */
export interface ThemeAsk {
	theme: string;
	direction: AskedTension['direction'];
	answer: Pick<NonNullable<AskedTension['answer']>, 'outcome' | 'text' | 'organisationName'> | null;
}

/** The questions for the rows of the form, without what they are about: that stands on their page. */
export function asksOf(tensions: readonly AskedTension[]): ThemeAsk[] {
	return tensions.map(({ theme, direction, answer }) => ({
		...{ theme, direction },
		answer: answer && {
			outcome: answer.outcome,
			text: answer.text,
			organisationName: answer.organisationName,
		},
	}));
}
