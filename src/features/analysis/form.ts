import { frameworkAround } from './framework.ts';
import type { Framework, FrameworkTheme } from './framework.schema.ts';
import type { Strength } from './strength.ts';

/** A finding as the form shows it. */
export interface FormFinding {
	id: string;
	kind: string;
	signalKind: string | null;
	text: string;
	/** The first is where it stands; the others are where it also speaks. */
	themes: string[];
	/** The organisation that wrote it; of a group, that put it together. */
	organisationId: string;
	/** Whoever brought it, on one line: of a group, of all that is grouped in it. */
	organisationName: string;
	/** Every organisation that brought it, by name. */
	organisations: { id: string; name: string; sector: string }[];
	/** Whether it speaks for findings that are grouped in it. */
	isGroup: boolean;
	/** What is grouped in it, whole, in the order in which it was added. */
	members: FormMember[];
	/** What it rests on, as far as the reader may see it: ids of `sources`. Of a group, of all that is grouped in it. */
	sources: string[];
	/** How strongly a source supports it, by id; sources that nobody judged are left out. */
	strengths: Record<string, Strength>;
	/** How many sources it has that this reader may not see. */
	hiddenSources: number;
	/** What stands opposite it: findings of this form, each with how it answers. */
	opposites: { id: string; note: string }[];
	/** How many questions about it are open; 0 for the public. */
	openQuestions: number;
	createdAt: Date;
	changedAt: Date;
	/** The silent round it was written in, or null. */
	roundId: string | null;
	version: number;
}

/** A finding that is grouped in another one. */
export interface FormMember {
	id: string;
	kind: string;
	signalKind: string | null;
	text: string;
	themes: string[];
	organisationId: string;
	organisationName: string;
	/** How many sources it rests on itself, seen or not. */
	sourceCount: number;
}

/** A piece of evidence that a finding of the form rests on. */
export interface FormSource {
	id: string;
	kind: string;
	title: string;
	/** Whether a resident speaks in it: a conversation with one, or a meeting where residents were. */
	residentVoice: boolean;
	createdAt: Date;
}

/** A line of the analysis of provision. */
export interface FormProvision {
	id: string;
	theme: string;
	standing: string;
	form: string | null;
	text: string;
	organisationId: string;
	organisationName: string;
	createdAt: Date;
	/** The silent round it was written in, or null. */
	roundId: string | null;
	version: number;
}

/** A knowledge need. */
export interface FormNeed {
	id: string;
	theme: string;
	question: string;
	method: string;
	/** Who finds out, in words; beside or instead of an organisation. */
	who: string;
	/** An organisation that finds out. */
	whoOrganisationId: string | null;
	whoOrganisationName: string | null;
	/** `YYYY-MM-DD`, or null when no day was agreed. */
	dueOn: string | null;
	state: string;
	answer: string;
	/** The source that the answer became, for those who may see it. */
	evidenceId: string | null;
	organisationId: string;
	organisationName: string;
	createdAt: Date;
	/** The silent round it was written in, or null. */
	roundId: string | null;
	version: number;
}

/** What is written in the form of one trajectory, as one reader may see it; every list in the order of `createdAt`, `id`. */
export interface FormContent {
	findings: FormFinding[];
	sources: FormSource[];
	provisions: FormProvision[];
	needs: FormNeed[];
}

/** Everything the analysis form of one trajectory holds. */
export interface AnalysisForm extends FormContent {
	framework: Framework;
}

/** What one theme holds, column by column. */
export interface FormRow {
	theme: FrameworkTheme;
	domainId: string;
	findings: FormFinding[];
	sources: FormSource[];
	provisions: FormProvision[];
	needs: FormNeed[];
}

/** The form with the framework around it that it needs: what is set aside only where something stands under it. */
export function withFrameworkAround(form: AnalysisForm): AnalysisForm {
	const { findings, provisions, needs } = form;
	const themes = [...findings.flatMap((one) => one.themes), ...[...provisions, ...needs].map((one) => one.theme)]; // prettier-ignore
	const used = {
		themes: new Set(themes),
		findingKinds: new Set(findings.map(({ kind }) => kind)),
		provisions: provisions.length > 0,
		needs: needs.length > 0,
	};
	return { ...form, framework: frameworkAround(form.framework, used) };
}

/** The form as rows: every theme of the framework in its order, also when it is empty. */
export function rowsOf(form: AnalysisForm): FormRow[] {
	const sourceById = new Map(form.sources.map((source) => [source.id, source]));
	return form.framework.domains.flatMap((domain) =>
		domain.themes.map((theme) => {
			const findings = form.findings.filter(({ themes }) => themes.includes(theme.id));
			const cited = new Set(findings.flatMap(({ sources }) => sources));
			return {
				theme,
				domainId: domain.id,
				findings,
				sources: [...cited].flatMap((id) => sourceById.get(id) ?? []),
				provisions: form.provisions.filter((one) => one.theme === theme.id),
				needs: form.needs.filter((one) => one.theme === theme.id),
			};
		}),
	);
}

/** The same rows, with those that did not change as the same objects: then nothing of them is drawn again. */
export function keptRows(before: readonly FormRow[], rows: readonly FormRow[]): FormRow[] {
	const held = new Map(before.map((row) => [row.theme.id, row]));
	return rows.map((row) => {
		const same = held.get(row.theme.id);
		return same && isSameRow(same, row) ? same : row;
	});
}

function isSameRow(one: FormRow, other: FormRow): boolean {
	if (one.theme !== other.theme || one.domainId !== other.domainId) return false;
	return (['findings', 'sources', 'provisions', 'needs'] as const).every(
		(list) =>
			one[list].length === other[list].length &&
			one[list].every((entry, at) => entry === other[list][at]),
	);
}

/** Whether a form holds an entry that its framework has no place for: then the framework around it is to be read anew. */
export function hasForeignEntries({
	framework,
	findings,
	provisions,
	needs,
}: AnalysisForm): boolean {
	const themes = new Set(framework.domains.flatMap((domain) => domain.themes.map(({ id }) => id)));
	const kinds = new Set(framework.columns.flatMap(({ findingKinds }) => findingKinds));
	return (
		findings.some(
			(one) => !kinds.has(one.kind) || one.themes.some((theme) => !themes.has(theme)),
		) || [...provisions, ...needs].some(({ theme }) => !themes.has(theme))
	);
}

/** Whether nothing at all was written under a theme. */
export function isEmptyRow({ findings, provisions, needs }: FormRow): boolean {
	return findings.length + provisions.length + needs.length === 0;
}

/** How many sources a finding rests on, seen or not. */
export function sourceCount({ sources, hiddenSources }: FormFinding): number {
	return sources.length + hiddenSources;
}

/** What the reader wants to see of the form. */
export interface FormFilter {
	/** Only what this organisation brought; everything when null. */
	organisationId: string | null;
	/** Only findings that rest on nothing yet. */
	withoutSource: boolean;
}

/** The same form with only what the filter lets through; the framework stays whole. */
export function filterForm(form: AnalysisForm, filter: FormFilter): AnalysisForm {
	const { organisationId, withoutSource } = filter;
	const isMine = (one: { organisationId: string }) =>
		organisationId === null || one.organisationId === organisationId;
	const hasBrought = ({ organisations }: FormFinding) =>
		organisationId === null || organisations.some(({ id }) => id === organisationId);
	return {
		...form,
		findings: form.findings.filter(
			(one) => hasBrought(one) && (!withoutSource || sourceCount(one) === 0),
		),
		provisions: withoutSource ? [] : form.provisions.filter(isMine),
		needs: withoutSource ? [] : form.needs.filter(isMine),
	};
}

/** The organisations that wrote in the form, by name. */
export function writersOf(form: AnalysisForm): { id: string; name: string }[] {
	const entries = [...form.provisions, ...form.needs].map((one) => ({
		id: one.organisationId,
		name: one.organisationName,
	}));
	const writers = [...form.findings.flatMap(({ organisations }) => organisations), ...entries];
	const names = new Map(writers.map(({ id, name }) => [id, name]));
	return [...names]
		.map(([id, name]) => ({ id, name }))
		.sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}
