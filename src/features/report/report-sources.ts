import type { SourceInFull } from '#features/evidence/evidence-lines.server.ts';
import { dayText } from '#features/evidence/evidence-text.ts';
import { wordFor } from '#locales/messages.ts';
import { words as glossary } from '#locales/words.ts';
import {
	link,
	paragraph,
	source,
	sourceEntry,
	sources as sourceList,
	strong,
	table,
	type InlineInput,
} from '#ui/document/build.ts';
import type { Block } from '#ui/document/model.ts';
import { formatDate } from '#ui/format.ts';
import { figureText } from './figure-text.ts';
import type { ReportWords } from './report-words.ts';

/** The figures that findings rest on, each with its comparison, year and table. */
export function figuresSection(all: readonly SourceInFull[], words: ReportWords): Block[] {
	const { t, numbers, language } = words;
	const figures = all.flatMap((one) => (one.kind === 'figure' ? [one] : []));
	if (figures.length === 0) return [paragraph(t.noFigures)];
	return [
		table({
			caption: t.figures,
			columns: [
				{ header: t.figure, width: 3 },
				{ header: t.area, width: 2 },
				{ header: t.value, width: 1.5 },
				{ header: t.compared, width: 3 },
				{ header: t.year },
				{ header: t.table, width: 2 },
			],
			rows: figures.map(({ id, details }) => [
				[details.title, ' ', source(numbers.get(id) ?? 0)],
				details.areaName,
				figureText(details, details, language),
				details.comparison
					.map((other) => `${other.areaName}: ${figureText(other, details, language)}`)
					.join('; '),
				details.period,
				`${details.publisher}, ${details.table}`,
			]),
			headerColumn: true,
		}),
	];
}

/** Every source that the report refers to, by its number. */
export function sourcesSection(all: readonly SourceInFull[], words: ReportWords): Block[] {
	if (all.length === 0) return [paragraph(words.t.noSources)];
	return [
		sourceList(...all.map((one, index) => sourceEntry(index + 1, ...sourceText(one, words)))),
	];
}

function sourceText(one: SourceInFull, words: ReportWords): InlineInput[] {
	const { t, language } = words;
	const kind = wordFor(glossary[language].evidenceKind, one.kind);
	if (one.erasedAt) return [strong(t.erasedSource(kind)), ` ${t.withdrawnSource}`];
	// A title that is the beginning of a text may end as a sentence.
	const title = (one.title || one.place || kind).replace(/\.$/, '');
	const when = one.happenedAt
		? dayText(one.happenedAt, one.happenedPrecision, language)
		: one.kind === 'document' || one.kind === 'figure'
			? ''
			: t.undated;
	const facts = [
		kind.charAt(0).toUpperCase() + kind.slice(1),
		...publication(one, words),
		one.place === title ? '' : one.place,
		one.kind === 'figure' ? '' : when,
		t.ownRecord(one.organisationName),
	]
		.map((fact) => fact.replace(/\.$/, ''))
		.filter(Boolean);
	const address = one.kind === 'document' ? one.details.url : null;
	return [
		strong(title),
		`. ${facts.join(', ')}.`,
		...(address ? [' ', link(address, address)] : []),
		...(one.withdrawnAt ? [` ${t.withdrawnSource}`] : []),
		...(one.newerFigure ? [` ${t.newerFigure(one.newerFigure)}`] : []),
	];
}

/** Where it was published, or how it came about, by its kind. */
function publication(one: SourceInFull, { t, language }: ReportWords): string[] {
	if (one.kind === 'figure') {
		const {
			areaName,
			boundaryYear,
			period,
			publisher,
			tableTitle,
			table: id,
			licence,
		} = one.details;
		return [
			`${areaName} (${t.boundaries(boundaryYear)})`,
			period,
			publisher,
			`${tableTitle} (${id})`,
			licence,
			t.retrieved(formatDate(one.details.retrievedAt, language)),
		];
	}
	if (one.kind === 'document') {
		const { author, year, reference, page } = one.details;
		const ofYear = year !== null && one.happenedAt === null;
		return [author, ofYear ? String(year) : '', reference, page];
	}
	if (one.kind === 'meeting')
		return one.details.attendance === null ? [] : [t.attended(one.details.attendance)];
	if (one.kind === 'conversation') return [wordFor(t.speakers, one.details.speaker)];
	return [];
}
