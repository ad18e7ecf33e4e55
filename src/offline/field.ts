import { asLanguage, type Language } from '#locales/messages.ts';
import type { FieldPerson, FieldTrajectory } from './record.ts';

/** Who is at this phone, and where: as the page says. */
export interface Field {
	person: FieldPerson;
	/** Null on pages that belong to no trajectory. */
	trajectory: FieldTrajectory | null;
	language: Language;
}

/** Reads what `FieldPlace.svelte` wrote into the page; null when the page is not one of the field, or nobody is signed in. */
export function fieldOf(root: ParentNode): Field | null {
	const place = root.querySelector<HTMLElement>('#field');
	const { personId, personName, trajectoryId, trajectoryName, home, language } =
		place?.dataset ?? {};
	if (!personId || !personName) return null;
	return {
		person: { id: personId, name: personName },
		trajectory:
			trajectoryId && trajectoryName && home
				? { id: trajectoryId, name: trajectoryName, home }
				: null,
		language: asLanguage(language),
	};
}
