import { otherViews } from '#features/analysis/other-views.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, invalidField, notFound } from '#kernel/failure.ts';
import { nothing } from '#kernel/query.server.ts';
import {
	withColumn,
	withColumnChanged,
	withColumnMoved,
	withDomainChanged,
	withTheme,
	withThemeChanged,
	withThemeMoved,
} from './draft-changes.ts';
import { columnsToAdd, themeIn, type DraftContent } from './draft-content.ts';
import {
	addColumnSchema,
	addThemeSchema,
	changeColumnSchema,
	changeDomainSchema,
	changeThemeSchema,
	hidePartSchema,
	orderPartSchema,
} from './draft.schema.ts';
import { editDraft, openDraft, refuseChanged, writeDraft } from './draft.server.ts';
import { mayAdaptFrameworks } from './framework.policy.ts';
import { columnFields, domainFields, textsOf, themeFields } from './part-fields.ts';
import { shippedVersions } from './versions.server.ts';

export const addTheme = command({
	name: 'frameworkDraft.addTheme',
	summary: 'Adds a theme to a domain of a draft.',
	http: { method: 'POST', path: '/kaderontwerpen/{draftId}/themas' },
	input: addThemeSchema,
	subject: nothing,
	allow: mayAdaptFrameworks,
	async run({ tx, actor, clock }, { draftId, domain, ...typed }) {
		const draft = await openDraft(tx, municipalityOf(actor), draftId);
		refuseSameName(draft.content, typed.nameNl);
		const added = withTheme(draft.content, domain, textsOf(typed));
		const { version } = await writeDraft({ tx, actor, clock }, draft, added.draft);
		return { id: draftId, version, theme: added.id };
	},
});

export const changeTheme = command({
	name: 'frameworkDraft.changeTheme',
	summary: 'Changes the name, explanation, domain and other views of a theme of a draft.',
	http: { method: 'PATCH', path: '/kaderontwerpen/{draftId}/themas/{theme}' },
	input: changeThemeSchema,
	subject: nothing,
	allow: mayAdaptFrameworks,
	run: ({ tx, actor, clock }, { draftId, theme: id, version, domain, views, ...typed }) =>
		editDraft({ tx, actor, clock }, draftId, (content) => {
			refuseChanged(themeIn(content, id)?.theme, version, themeFields);
			refuseSameName(content, typed.nameNl, id);
			const values = { ...textsOf(typed), ...(views && { views: ownViews(id, views) }) };
			return withThemeChanged(content, id, values, domain);
		}),
});

export const changeDomain = command({
	name: 'frameworkDraft.changeDomain',
	summary: 'Changes the name and goal of a domain of a draft.',
	http: { method: 'PATCH', path: '/kaderontwerpen/{draftId}/domeinen/{domain}' },
	input: changeDomainSchema,
	subject: nothing,
	allow: mayAdaptFrameworks,
	run: ({ tx, actor, clock }, { draftId, domain: id, version, ...typed }) =>
		editDraft({ tx, actor, clock }, draftId, (content) => {
			const part = content.domains.find((one) => one.id === id);
			refuseChanged(part, version, domainFields);
			return withDomainChanged(content, id, {
				name: { nl: typed.nameNl, en: typed.nameEn },
				goal: { nl: typed.goalNl, en: typed.goalEn },
				subtitle: typed.subtitleNl === '' ? null : { nl: typed.subtitleNl, en: typed.subtitleEn },
			});
		}),
});

export const addColumn = command({
	name: 'frameworkDraft.addColumn',
	summary: 'Adds a column for a kind of finding that the draft has no column for yet.',
	http: { method: 'POST', path: '/kaderontwerpen/{draftId}/kolommen' },
	input: addColumnSchema,
	subject: nothing,
	allow: mayAdaptFrameworks,
	async run({ tx, actor, clock }, { draftId, column: id }) {
		const known = await shippedVersions(tx, municipalityOf(actor));
		return editDraft({ tx, actor, clock }, draftId, (content) => {
			const wanted = columnsToAdd(content, known).find(({ column }) => column.id === id);
			if (!wanted) throw invalidField('column', 'unknown');
			return withColumn(content, wanted.column, wanted.from);
		});
	},
});

export const changeColumn = command({
	name: 'frameworkDraft.changeColumn',
	summary: 'Changes the name and explanation of a column of a draft.',
	http: { method: 'PATCH', path: '/kaderontwerpen/{draftId}/kolommen/{column}' },
	input: changeColumnSchema,
	subject: nothing,
	allow: mayAdaptFrameworks,
	run: ({ tx, actor, clock }, { draftId, column: id, version, ...typed }) =>
		editDraft({ tx, actor, clock }, draftId, (content) => {
			const part = content.columns.find((one) => one.id === id);
			refuseChanged(part, version, columnFields);
			return withColumnChanged(content, id, textsOf(typed));
		}),
});

export const orderPart = command({
	name: 'frameworkDraft.order',
	summary: 'Moves a theme within its domain, or a column, one place up or down.',
	http: { method: 'PUT', path: '/kaderontwerpen/{draftId}/volgorde' },
	input: orderPartSchema,
	subject: nothing,
	allow: mayAdaptFrameworks,
	run: ({ tx, actor, clock }, { draftId, part, id, to }) =>
		editDraft({ tx, actor, clock }, draftId, (content) => {
			refuseUnknown(content, part, id);
			return part === 'theme' ? withThemeMoved(content, id, to) : withColumnMoved(content, id, to);
		}),
});

export const hidePart = command({
	name: 'frameworkDraft.hide',
	summary: 'Hides a theme or column of a draft, or shows it again; what stands under it stays.',
	http: { method: 'PUT', path: '/kaderontwerpen/{draftId}/zichtbaarheid' },
	input: hidePartSchema,
	subject: nothing,
	allow: mayAdaptFrameworks,
	run: ({ tx, actor, clock }, { draftId, part, id, hidden }) =>
		editDraft({ tx, actor, clock }, draftId, (content) => {
			refuseUnknown(content, part, id);
			const value = { hidden: hidden ? (true as const) : undefined };
			if (part === 'theme') return keepsThemes(withThemeChanged(content, id, value));
			return keepsColumns(withColumnChanged(content, id, value));
		}),
});

/** What a municipality says of the other views, where that differs from what those say themselves. */
function ownViews(
	theme: string,
	views: Record<string, string[]>,
): Record<string, string[]> | undefined {
	const own = otherViews.flatMap((view) => {
		const said = view.themes.find((one) => one.theme === theme)?.dimensions ?? [];
		const wanted = views[view.id] ?? [];
		const isSame = [...said].sort().join() === [...wanted].sort().join();
		return isSame ? [] : [[view.id, wanted] as const];
	});
	return own.length > 0 ? Object.fromEntries(own) : undefined;
}

/** Two themes of one name cannot be told apart in a list. */
function refuseSameName(content: DraftContent, name: string, except?: string): void {
	const names = content.domains.flatMap(({ themes }) => themes).filter(({ id }) => id !== except);
	if (names.some((theme) => theme.name.nl.toLowerCase() === name.toLowerCase()))
		throw invalidField('nameNl', 'taken');
}

function refuseUnknown(content: DraftContent, part: 'theme' | 'column', id: string): void {
	const known =
		part === 'theme' ? themeIn(content, id) : content.columns.find((one) => one.id === id);
	if (!known) throw notFound();
}

/** Somewhere to write has to be left. */
function keepsThemes(content: DraftContent): DraftContent {
	const open = content.domains.some(({ themes }) => themes.some(({ hidden }) => !hidden));
	if (!open) throw new Failure('framework.last_part', 409);
	return content;
}

/** One column of findings stays, and that of sources: what a finding rests on is not hidden. */
function keepsColumns(content: DraftContent): DraftContent {
	const { columns } = content;
	const open = columns.some(({ kind, hidden }) => kind === 'finding' && !hidden);
	const sources = columns.some(({ kind, hidden }) => kind === 'sources' && hidden);
	if (!open || sources) throw new Failure('framework.last_part', 409);
	return content;
}
