import {
	isEmptyRow,
	rowsOf,
	sourceCount,
	type AnalysisForm,
	type FormFinding,
	type FormNeed,
	type FormRow,
} from '#features/analysis/form.ts';
import { whatWeDoNotKnow } from '#features/analysis/unknown.ts';
import { wordFor } from '#locales/messages.ts';
import { words as glossary } from '#locales/words.ts';
import {
	bulletList,
	emphasis,
	heading,
	paragraph,
	strong,
	type InlineInput,
} from '#ui/document/build.ts';
import type { Block } from '#ui/document/model.ts';
import { formatDate, formatList } from '#ui/format.ts';
import { sentence } from './report-paragraphs.ts';
import { references, type ReportWords } from './report-words.ts';

/** What goes on in the area, by domain and theme, in the words of whoever brought it in. */
export function analysisSection(form: AnalysisForm, words: ReportWords): Block[] {
	const { t, language } = words;
	const rows = rowsOf(form);
	if (rows.every(isEmptyRow)) return [paragraph(t.noAnalysis)];
	return [
		paragraph(t.basis(form.framework.name[language])),
		...form.framework.domains.flatMap((domain) => {
			const own = rows.filter(({ domainId }) => domainId === domain.id);
			const empty = own.filter(isEmptyRow).map(({ theme }) => theme.name[language]);
			return [
				heading(2, `${domain.id}. ${domain.name[language]}`, `domein-${domain.id}`),
				paragraph(emphasis(domain.goal[language])),
				...own.filter((row) => !isEmptyRow(row)).flatMap((row) => themeBlocks(row, form, words)),
				...(empty.length > 0 ? [paragraph(t.emptyThemes(formatList(empty, language)))] : []),
			];
		}),
	];
}

function themeBlocks(row: FormRow, form: AnalysisForm, words: ReportWords): Block[] {
	const { t, language } = words;
	// A finding is told once, where it stands; elsewhere it is only named with its theme.
	const standing = row.findings.filter(({ themes }) => themes[0] === row.theme.id);
	return [
		heading(3, row.theme.name[language], `thema-${row.theme.id}`),
		...form.framework.findingKinds.flatMap(({ id, name }) => {
			const found = standing.filter(({ kind }) => kind === id);
			if (found.length === 0) return [];
			return [
				paragraph(strong(name[language])),
				bulletList(...found.map((finding) => findingLine(finding, form, words))),
			];
		}),
		...alsoHere(row, words),
		...provisionBlocks(row, words),
		...(row.needs.length > 0
			? [paragraph(strong(t.needs)), bulletList(...row.needs.map((need) => needLine(need, words)))]
			: []),
	];
}

function findingLine(finding: FormFinding, form: AnalysisForm, words: ReportWords): InlineInput[] {
	const { t, language } = words;
	const { signalKind, text, organisationName, themes, hiddenSources } = finding;
	const names = new Map(
		form.framework.domains.flatMap((domain) =>
			domain.themes.map(({ id, name }) => [id, name[language]] as const),
		),
	);
	const also = themes.slice(1).flatMap((id) => names.get(id) ?? []);
	return [
		...(signalKind ? [strong(`${wordFor(glossary[language].signalKind, signalKind)}: `)] : []),
		sentence(text),
		t.broughtIn(organisationName),
		...spaced(references(finding.sources, words)),
		...(sourceCount(finding) === 0 ? [emphasis(t.noSource)] : []),
		...(hiddenSources > 0 ? [t.hiddenSources(hiddenSources)] : []),
		...(also.length > 0 ? [t.alsoAt(formatList(also, language))] : []),
	];
}

/** A space before the first of some pieces, when there are any. */
function spaced<Piece>(pieces: readonly Piece[]): (Piece | string)[] {
	return pieces.length > 0 ? [' ', ...pieces] : [];
}

/** Findings that stand under another theme and speak here too: named, not told again. */
function alsoHere(row: FormRow, words: ReportWords): Block[] {
	const guests = row.findings.filter(({ themes }) => themes[0] !== row.theme.id);
	if (guests.length === 0) return [];
	return [
		paragraph(strong(words.t.alsoHere)),
		bulletList(
			...guests.map((finding) => [
				emphasis(sentence(finding.text)),
				...spaced(references(finding.sources, words)),
			]),
		),
	];
}

function provisionBlocks({ provisions }: FormRow, { t }: ReportWords): Block[] {
	if (provisions.length === 0) return [];
	const lines = provisions.map(({ text, standing, form, organisationName }): InlineInput[] => [
		`${sentence(text)} `,
		emphasis(
			[wordFor(t.standings, standing), form && wordFor(t.forms, form)].filter(Boolean).join(', '),
		),
		t.broughtIn(organisationName),
	]);
	return [paragraph(strong(t.provision)), bulletList(...lines)];
}

function needLine(need: FormNeed, { t, language }: ReportWords): InlineInput[] {
	const facts = [
		wordFor(t.needStates, need.state),
		need.method,
		need.who,
		need.dueOn && formatDate(need.dueOn, language),
	].filter(Boolean);
	return [
		`${need.question} `,
		emphasis(`(${facts.join('; ')})`),
		...(need.answer ? [` ${t.answer(sentence(need.answer))}`] : []),
	];
}

/** What the group does not know yet, in plain counts and names. */
export function unknownSection(form: AnalysisForm, { t, language }: ReportWords): Block[] {
	const unknown = whatWeDoNotKnow(form);
	const names = (rows: FormRow[]) =>
		formatList(
			rows.map(({ theme }) => theme.name[language]),
			language,
		);
	const lines = [
		unknown.emptyThemes.length > 0 && t.unknownEmpty(names(unknown.emptyThemes)),
		unknown.professionalsOnly.length > 0 && t.unknownVoices(names(unknown.professionalsOnly)),
		unknown.withoutSource.length > 0 && t.unknownSources(unknown.withoutSource.length),
		unknown.oneKind.length > 0 && t.unknownOneKind(unknown.oneKind.length),
		unknown.openNeeds.length > 0 && t.unknownNeeds(unknown.openNeeds.length),
	].filter((line) => line !== false);
	return [lines.length > 0 ? bulletList(...lines) : paragraph(t.nothingUnknown)];
}
