import * as v from 'valibot';
import content from '#content/guides.json' with { type: 'json' };
import { bilingualSchema } from '#kernel/bilingual.ts';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import { languages } from '#locales/messages.ts';

const named = v.array(v.object({ id: v.string(), name: bilingualSchema }));
const choicesSchema = v.object({
	observation: v.object({ busy: named, mood: named, who: named, places: named }),
});

/**
 * What people choose in the forms of the field, by the words of the interface in both languages: whoever looks for
 * "druk" finds an observation in which it was busy. Of a choice that names more things each counts.
 */
export function choiceWords(): { said: string; token: string }[] {
	const { busy, mood, who, places } = v.parse(choicesSchema, content).observation;
	const fields = [
		['busy', busy],
		['mood', mood],
		['who', who],
		['placeKind', places],
	] as const;
	const ofContent = fields.flatMap(([field, choices]) =>
		choices.flatMap(({ id, name }) =>
			Object.values(name).flatMap((said) => partsOf(said, `:${field}=${id}`)),
		),
	);
	const ofForms = languages.flatMap((language) =>
		Object.entries(lifeworldTexts[language].orders).map(([id, said]) => ({
			said,
			token: `:order=${id}`,
		})),
	);
	return [...ofContent, ...ofForms];
}

function partsOf(said: string, token: string): { said: string; token: string }[] {
	return said.split(/, | of | or /).map((part) => ({ said: part, token }));
}
