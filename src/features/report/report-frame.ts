import { wordFor } from '#locales/messages.ts';
import sectors from '#content/sectors.json' with { type: 'json' };
import type { Frame, PhaseLine } from '#features/trajectory/frame.queries.server.ts';
import { heading, paragraph, table } from '#ui/document/build.ts';
import type { Block } from '#ui/document/model.ts';
import { formatDate, formatList } from '#ui/format.ts';
import { paragraphs } from './report-paragraphs.ts';
import { periodText } from './period-text.ts';
import type { ReportWords } from './report-words.ts';

/** What the group agreed to begin with. Names organisations, never persons. */
export function frameSection(frame: Frame, words: ReportWords): Block[] {
	const { t } = words;
	return [
		heading(2, t.goals, 'doelen'),
		...paragraphs(frame.goals || t.noGoals),
		heading(2, t.cooperation, 'samenwerking'),
		...paragraphs(frame.cooperation || t.noCooperation),
		...(frame.areaNote ? paragraphs(frame.areaNote) : []),
		heading(2, t.participants, 'deelnemers'),
		...participantBlocks(frame, words),
		heading(2, t.planning, 'planning'),
		...planningBlocks(frame.phases, words),
	];
}

function participantBlocks(
	{ participants, parties }: Frame,
	{ t, language }: ReportWords,
): Block[] {
	const missing = parties
		.filter(({ count }) => count === 0)
		.map(({ name }) => name[language].toLowerCase());
	const atTable =
		missing.length === 0 ? t.allParties : t.missingParties(formatList(missing, language));
	if (participants.length === 0) return [paragraph(t.noParticipants), paragraph(atTable)];
	// Several persons of one organisation in one group are one line: the report names no persons.
	const lines = new Map(
		participants.map((one) => [
			`${one.organisationId} ${one.part} ${one.task} ${one.mandate}`,
			[
				one.organisationName,
				sectors.sectors.find(({ id }) => id === one.sector)?.name[language] ?? one.sector,
				[wordFor(t.groups, one.part), one.task === 'member' ? '' : wordFor(t.tasks, one.task)]
					.filter(Boolean)
					.join(', '),
				[wordFor(t.mandates, one.mandate), one.mandateNote].filter(Boolean).join('; '),
			],
		]),
	);
	return [
		table({
			caption: t.participants,
			columns: [
				{ header: t.organisation, width: 3 },
				{ header: t.sector, width: 2.6 },
				{ header: t.group, width: 2 },
				{ header: t.mandate, width: 1.8 },
			],
			rows: [...lines.values()],
			headerColumn: true,
		}),
		paragraph(atTable),
	];
}

function planningBlocks(phases: readonly PhaseLine[], words: ReportWords): Block[] {
	const { t } = words;
	if (phases.length === 0) return [paragraph(t.noPlanning)];
	return [
		table({
			caption: t.planning,
			columns: [{ header: t.phase, width: 2 }, { header: t.when }],
			rows: phases.map((phase) => [phase.name, whenText(phase, words)]),
			headerColumn: true,
		}),
	];
}

function whenText({ starts, ends, doneOn }: PhaseLine, { t, language }: ReportWords): string {
	const range = periodText(starts, ends, language) ?? t.noDate;
	return doneOn ? `${range} (${t.doneOn(formatDate(doneOn, language))})` : range;
}
