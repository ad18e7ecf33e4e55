import * as v from 'valibot';
import content from '#content/guides.json' with { type: 'json' };
import { bilingualSchema, type Bilingual } from '#kernel/bilingual.ts';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import { wordFor } from '#locales/messages.ts';

const named = v.array(v.object({ id: v.string(), name: bilingualSchema }));
const choicesSchema = v.object({
	observation: v.object({ busy: named, mood: named, who: named, places: named }),
});

/** The choices of the forms of the field, as the index of words has them. */
const choices = choicesOfForms();

function choicesOfForms(): { field: string; id: string; token: string; name: Bilingual }[] {
	const { busy, mood, who, places } = v.parse(choicesSchema, content).observation;
	const orders = Object.entries(lifeworldTexts.nl.orders).map(([id, nl]) => ({
		id,
		name: { nl, en: wordFor(lifeworldTexts.en.orders, id) },
	}));
	return Object.entries({ busy, mood, who, placeKind: places, order: orders }).flatMap(
		([field, named]) =>
			named.map(({ id, name }) => ({ field, id, token: `:${field}=${id}`, name })),
	);
}

/**
 * What people choose in the forms of the field, by the words of the interface in both languages: whoever looks for
 * "druk" finds an observation in which it was busy. Of a choice that names more things each counts.
 */
export function choiceWords(): { said: string; token: string }[] {
	return choices.flatMap(({ token, name }) =>
		Object.values(name)
			.flatMap((said) => said.split(/, | of | or /))
			.map((said) => ({ said, token })),
	);
}

/** What was chosen in these details. */
export function chosenIn(details: object): { token: string; name: Bilingual }[] {
	const made = new Map<string, unknown>(Object.entries(details));
	return choices.filter(({ field, id }) => [made.get(field)].flat().includes(id));
}
