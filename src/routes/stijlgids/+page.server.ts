import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { amount } from '#kernel/fields.ts';
import { formOf } from '#kernel/pages.server.ts';
import { typedValues } from '#kernel/form-data.ts';
import { parseTypedDate } from '#kernel/typed-text.ts';
import { runtime } from '#server/runtime.ts';
import { asLanguage, type Language } from '#locales/messages.ts';
import type { FormError } from '#ui/form-failure.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?taal=en` or `?taal=nl`, else the language of whoever reads. */
const languageOf = (url: URL, reader: Language): Language =>
	url.searchParams.has('taal') ? asLanguage(url.searchParams.get('taal')) : reader;

/** For whoever builds, so not there in production. */
export const load: PageServerLoad = ({ url, locals }) => {
	if (!runtime().config.demo) error(404);
	return { language: languageOf(url, locals.language) };
};

/** The example form: checks what is sent as a real form would, and keeps nothing. */
export const actions: Actions = {
	example: async (event) => {
		const { url, locals } = event;
		if (!runtime().config.demo) error(404);
		const language = languageOf(url, locals.language);
		const say = (nl: string, en: string) => (language === 'nl' ? nl : en);
		const data = await formOf(event);
		const text = (name: string) => String(data.get(name) ?? '');
		const errors: FormError[] = [];
		if (text('name') === '')
			errors.push({ path: 'name', message: say('Vul een naam in.', 'Fill in a name.') });
		if (text('date') !== '' && !parseTypedDate(text('date')))
			errors.push({
				path: 'date',
				message: say('Deze datum bestaat niet.', 'This date does not exist.'),
			});
		if (!v.is(amount(0, 1000), text('means.0.amount') || '0'))
			errors.push({
				path: 'means.0.amount',
				message: say('Vul een getal in, zoals 12,5.', 'Fill in a number, such as 12.5.'),
			});
		if (!data.has('size'))
			errors.push({ path: 'size', message: say('Kies een maat.', 'Choose a size.') });
		if (errors.length === 0) return { sent: true };
		return fail(400, { command: 'example.send', values: typedValues(data), errors });
	},
};
