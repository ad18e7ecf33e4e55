import { fail } from '@sveltejs/kit';
import type { Language } from '#locales/messages.ts';
import type { FormError, FormValue } from '#ui/form-failure.ts';
import { parseTypedDate, parseTypedNumber } from '#kernel/typed-text.ts';
import type { Actions, PageServerLoad } from './$types';

const languageOf = (url: URL): Language => (url.searchParams.get('taal') === 'en' ? 'en' : 'nl');

export const load: PageServerLoad = ({ url }) => ({ language: languageOf(url) });

/** The example form: checks what is sent as a real form would, and keeps nothing. */
export const actions: Actions = {
	example: async ({ request, url }) => {
		const language = languageOf(url);
		const say = (nl: string, en: string) => (language === 'nl' ? nl : en);
		const data = await request.formData();
		const text = (name: string) => String(data.get(name) ?? '');
		const errors: FormError[] = [];
		if (text('name') === '')
			errors.push({ path: 'name', message: say('Vul een naam in.', 'Fill in a name.') });
		if (text('date') !== '' && !parseTypedDate(text('date')))
			errors.push({
				path: 'date',
				message: say('Deze datum bestaat niet.', 'This date does not exist.'),
			});
		if (
			text('means.0.amount') !== '' &&
			parseTypedNumber(text('means.0.amount'), language) === undefined
		)
			errors.push({
				path: 'means.0.amount',
				message: say('Vul een getal in, zoals 12,5.', 'Fill in a number, such as 12.5.'),
			});
		if (!data.has('size'))
			errors.push({ path: 'size', message: say('Kies een maat.', 'Choose a size.') });
		if (errors.length === 0) return { sent: true };
		const values: Record<string, FormValue> = {};
		for (const name of new Set(data.keys()))
			values[name] = name.endsWith('[]') ? data.getAll(name).map(String) : text(name);
		return fail(400, { command: 'example.send', values, errors });
	},
};
