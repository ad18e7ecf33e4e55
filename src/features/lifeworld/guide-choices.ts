import type { Language } from '#locales/messages.ts';
import type { Choice } from '#ui/choice.ts';
import type { Option } from './guide.schema.ts';

/** A list of the guides as choices of a form. */
export function choicesOf(options: readonly Option[], language: Language): Choice[] {
	return options.map(({ id, name }) => ({ value: id, label: name[language] }));
}

/** The name of a choice; its id when the guide no longer has it. */
export function nameOf(options: readonly Option[], id: string, language: Language): string {
	return options.find((option) => option.id === id)?.name[language] ?? id;
}
