import type { StoredFramework } from '#features/analysis/framework.schema.ts';
import { freeId, slugOf } from '#features/trajectory/slug.ts';
import {
	editionOf,
	type DraftColumn,
	type DraftContent,
	type DraftDomain,
	type DraftTheme,
} from './draft-content.ts';

/** What people change in a draft, as plain functions: each gives the draft as it is afterwards. */

/** Adds a theme at the end of a domain, under an id made of its name that no theme of the draft has. */
export function withTheme(
	draft: DraftContent,
	domainId: string,
	theme: Omit<DraftTheme, 'id'>,
): { draft: DraftContent; id: string } {
	const taken = new Set(draft.domains.flatMap(({ themes }) => themes.map(({ id }) => id)));
	const id = freeId(slugOf(theme.name.nl) || 'thema', taken);
	const domains = draft.domains.map((domain) =>
		domain.id === domainId ? { ...domain, themes: [...domain.themes, { ...theme, id }] } : domain,
	);
	return { draft: { ...draft, domains }, id };
}

/** Changes a theme, and moves it to the end of another domain when that is asked. */
export function withThemeChanged(
	draft: DraftContent,
	id: string,
	values: Partial<DraftTheme>,
	domainId?: string,
): DraftContent {
	const domains = draft.domains.map((domain) => ({
		...domain,
		themes: domain.themes.map((theme) => (theme.id === id ? changed(theme, values) : theme)),
	}));
	const from = domains.find(({ themes }) => themes.some((theme) => theme.id === id));
	const theme = from?.themes.find((one) => one.id === id);
	if (!theme || !domainId || from?.id === domainId) return { ...draft, domains };
	const moved = domains.map((domain) => ({
		...domain,
		themes:
			domain.id === domainId
				? [...domain.themes, theme]
				: domain.themes.filter((one) => one.id !== id),
	}));
	return { ...draft, domains: moved };
}

export function withDomainChanged(
	draft: DraftContent,
	id: string,
	values: Partial<DraftDomain>,
): DraftContent {
	return {
		...draft,
		domains: draft.domains.map((domain) => (domain.id === id ? changed(domain, values) : domain)),
	};
}

export function withColumnChanged(
	draft: DraftContent,
	id: string,
	values: Partial<DraftColumn>,
): DraftContent {
	return {
		...draft,
		columns: draft.columns.map((column) => (column.id === id ? changed(column, values) : column)),
	};
}

/** Adds a column of findings after the last of them, with its kinds as another framework has them. */
export function withColumn(
	draft: DraftContent,
	column: DraftColumn,
	from: StoredFramework,
): DraftContent {
	const at = draft.columns.findLastIndex(({ kind }) => kind === 'finding') + 1;
	const kinds = from.findingKinds.filter(({ id }) => column.findingKinds.includes(id));
	return {
		...draft,
		columns: [...draft.columns.slice(0, at), column, ...draft.columns.slice(at)],
		findingKinds: [...draft.findingKinds, ...kinds],
	};
}

/** Where somebody wants a part, seen from its neighbours. */
export const directions = ['up', 'down'] as const;
export type Direction = (typeof directions)[number];

/** Moves a theme one place within its domain; at the end of it nothing changes. */
export function withThemeMoved(draft: DraftContent, id: string, to: Direction): DraftContent {
	return {
		...draft,
		domains: draft.domains.map((domain) => ({ ...domain, themes: moved(domain.themes, id, to) })),
	};
}

/** Moves a column one place. */
export function withColumnMoved(draft: DraftContent, id: string, to: Direction): DraftContent {
	return { ...draft, columns: moved(draft.columns, id, to) };
}

function moved<Part extends { id: string }>(parts: Part[], id: string, to: Direction): Part[] {
	const at = parts.findIndex((part) => part.id === id);
	const other = to === 'up' ? at - 1 : at + 1;
	const [part, neighbour] = [parts[at], parts[other]];
	if (!part || !neighbour) return parts;
	return parts.with(at, neighbour).with(other, part);
}

function changed<Part extends { edition?: number }>(part: Part, values: Partial<Part>): Part {
	return { ...part, ...values, edition: editionOf(part) + 1 };
}
