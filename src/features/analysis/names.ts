import type { Language } from '#locales/messages.ts';
import type { Framework } from './framework.schema.ts';
import { allParts } from './framework.ts';
import { themesOf } from './place.ts';

/** The names that a framework gives to themes and kinds of finding, in one language. */
export function namesOf(framework: Framework, language: Language) {
	const themes = new Map(themesOf(framework).map(({ id, name }) => [id, name[language]]));
	const { findingKinds } = allParts(framework);
	const kinds = new Map(findingKinds.map(({ id, name }) => [id, name[language]]));
	const subKinds = new Map(
		findingKinds.flatMap((kind) =>
			kind.subKinds.map(({ id, name }) => [id, name[language]] as const),
		),
	);
	return {
		theme: (id: string) => themes.get(id) ?? id,
		/** What a finding is: its kind, or with a signal what kind of signal. */
		kind: ({ kind, signalKind }: { kind: string; signalKind: string | null }) =>
			(signalKind && subKinds.get(signalKind)) ?? kinds.get(kind) ?? kind,
	};
}

/** The colour that supports what a finding is; the words always say it too. */
export function toneOf({ kind, signalKind }: { kind: string; signalKind: string | null }) {
	if (kind === 'risk' || signalKind === 'problem') return 'risk';
	if (kind === 'protective' || signalKind === 'positive' || signalKind === 'chance')
		return 'protective';
	return 'neutral';
}

/** A name in which a narrow column may break the line after a slash. */
export function breakable(name: string): string {
	return name.replaceAll('/', '/\u200b');
}
