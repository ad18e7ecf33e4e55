import type { Language } from '#locales/messages.ts';
import type { Framework } from './framework.schema.ts';
import { allParts } from './framework.ts';

/** Every kind a finding can be, with the kinds of signal spelled out (`signal/need`); what is set aside only when it is `now`. */
export function kindChoices(framework: Framework, language: Language, now = '') {
	return allParts(framework)
		.findingKinds.filter(({ id, aside }) => !aside || id === now)
		.flatMap((kind) =>
			kind.subKinds.length === 0
				? [{ value: kind.id, label: kind.name[language] }]
				: kind.subKinds.map((sub) => ({
						value: `${kind.id}/${sub.id}`,
						label: sub.name[language],
					})),
		);
}

/** A choice of `kindChoices` as a finding has it: its kind, with a kind of signal in 2010. */
export function withKind({ column, ...values }: Record<string, unknown>): Record<string, unknown> {
	const [kind, signalKind] = typeof column === 'string' ? column.split('/') : [];
	return { ...values, kind, ...(signalKind && { signalKind }) };
}
