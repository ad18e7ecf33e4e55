import { needValues, provisionValues } from './cell-entries.ts';
import type { FormContent } from './form.ts';
import type { Framework, FrameworkColumn } from './framework.schema.ts';
import type { Fields } from './sending.ts';

/** What an entry of the form is, as its commands are called. */
export type Thing = 'finding' | 'provision' | 'knowledgeNeed';

export const idFields: Record<Thing, string> = {
	finding: 'findingId',
	provision: 'provisionId',
	knowledgeNeed: 'knowledgeNeedId',
};

/** What stands in a column; null for the column of sources. */
export function thingOf({ kind }: FrameworkColumn): Thing | null {
	if (kind === 'finding' || kind === 'provision') return kind;
	return kind === 'knowledge' ? 'knowledgeNeed' : null;
}

/** An entry as its command `change` writes it: everything but its id and version. */
export interface HeldEntry {
	thing: Thing;
	id: string;
	version: number;
	text: string;
	content: Fields;
}

/** The entry with this id as the form holds it now, or null. */
export function heldEntry(form: FormContent, id: string): HeldEntry | null {
	const finding = form.findings.find((one) => one.id === id);
	if (finding) {
		const { kind, signalKind, text, themes, version } = finding;
		const content: Fields = [
			['kind', kind],
			['signalKind', signalKind ?? ''],
			['text', text],
			...themes.map((theme): [string, string] => ['themes[]', theme]),
		];
		return { thing: 'finding', id, version, text, content };
	}
	const provision = form.provisions.find((one) => one.id === id);
	if (provision) {
		const { theme, text, version } = provision;
		const content: Fields = [['theme', theme], ...Object.entries(provisionValues(provision))];
		return { thing: 'provision', id, version, text, content };
	}
	const need = form.needs.find((one) => one.id === id);
	if (!need) return null;
	const content: Fields = [['theme', need.theme], ...Object.entries(needValues(need))];
	return { thing: 'knowledgeNeed', id, version: need.version, text: need.question, content };
}

/**
 * The content of an entry after it was moved from one cell to another; null when nothing of its kind stands there.
 * Other themes of a finding stay.
 */
export function movedContent(
	{ thing, content }: HeldEntry,
	from: string,
	to: { theme: string; column: FrameworkColumn },
	framework: Framework,
): Fields | null {
	if (thingOf(to.column) !== thing) return null;
	if (thing !== 'finding')
		return content.map(([name, value]) => [name, name === 'theme' ? to.theme : value]);
	const valueOf = (wanted: string) => content.find(([name]) => name === wanted)?.[1] ?? '';
	const themes = content.filter(([name]) => name === 'themes[]').map(([, theme]) => theme);
	const moved = [...new Set(themes.map((theme) => (theme === from ? to.theme : theme)))];
	const { findingKinds } = to.column;
	const kind = findingKinds.includes(valueOf('kind')) ? valueOf('kind') : (findingKinds[0] ?? '');
	const { subKinds = [] } = framework.findingKinds.find(({ id }) => id === kind) ?? {};
	return [
		['kind', kind],
		['signalKind', subKinds.length > 0 ? valueOf('signalKind') : ''],
		['text', valueOf('text')],
		...moved.map((theme): [string, string] => ['themes[]', theme]),
	];
}
