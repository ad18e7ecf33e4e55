import * as v from 'valibot';
import { sql } from 'kysely';
import { areaCode } from '#features/areas/area-code.schema.ts';
import { findArea, type Area } from '#features/areas/area.queries.server.ts';
import type { FigureDetails } from '#features/evidence/evidence-details.schema.ts';
import { recordEvidence } from '#features/evidence/record.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import type { Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { invalidField } from '#kernel/failure.ts';
import { id, wholeNumber } from '#kernel/fields.ts';
import type { Language } from '#locales/messages.ts';
import type { Reader } from '#server/database/handles.ts';
import { figureWords, nameOfLine, unitOfLine } from './figure-words.ts';
import type { Measured } from './measured.ts';
import { profileLines } from './profile.server.ts';
import { mergeTwins, type ProfileLine } from './profile.ts';

export const useFigureAsSource = command({
	name: 'figure.useAsSource',
	summary:
		'Puts a figure among the sources of a trajectory, as it is today; used twice, it stays one source.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/bronnen/cijfers' },
	input: v.object({
		trajectoryId: id(),
		areaCode: areaCode(),
		seriesId: wholeNumber(1, 2_147_483_647),
	}),
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, { trajectoryId, areaCode: code, seriesId }) {
		const found = await findArea(tx, actor, code);
		const lines = await profileLines(tx, actor, found.area);
		const line = mergeTwins(lines).find((one) => one.seriesId === seriesId);
		if (!line?.own) throw invalidField('seriesId', 'unknown');
		const before = await sameSource(tx, actor, trajectoryId, seriesId, code);
		if (before) return { id: before };
		const details = snapshot(line, found, actor.language);
		await recordEvidence(tx, actor, clock, {
			id: requestId,
			access: subject,
			title: `${details.title}, ${details.areaName}, ${line.period}: ${figureWords(line.own, details, actor.language)}`,
			place: details.areaName,
			moment: { at: new Date(`${line.period.slice(0, 4)}-01-01T00:00:00Z`), precision: 'year' },
			themes: [],
			visibility: 'participants',
			content: { kind: 'figure', details },
		});
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

/** Everything that is needed to read the figure later, when its publication may have been replaced. */
function snapshot(
	line: ProfileLine,
	{ area, above }: { area: Area; above: Area[] },
	language: Language,
): FigureDetails {
	const beside = [
		{ level: 'municipality', measured: line.municipality },
		{ level: 'country', measured: line.country },
	];
	return {
		seriesId: line.seriesId,
		areaCode: area.code,
		areaName: area.name,
		boundaryYear: line.boundaryYear,
		measure: line.measure,
		indicator: line.indicator,
		title: nameOfLine(line, language),
		...both(line.own),
		unit: unitOfLine(line, language),
		decimals: line.decimals,
		period: line.period,
		comparison: beside.flatMap(({ level, measured }) => {
			const areaName = above.find((one) => one.level === level)?.name;
			return areaName && measured ? [{ areaName, ...both(measured) }] : [];
		}),
		table: line.tableId,
		tableTitle: line.tableTitle,
		publisher: line.publisher,
		licence: line.licence,
		retrievedAt: new Date(line.retrievedAt).toISOString(),
	};
}

function both(measured: Measured | null): { value: number | null; missing: string | null } {
	if (measured === null) return { value: null, missing: null };
	return 'value' in measured
		? { value: measured.value, missing: null }
		: { value: null, missing: measured.missing };
}

async function sameSource(
	reader: Reader,
	{ municipalityId }: Actor,
	trajectoryId: string,
	seriesId: number,
	code: string,
): Promise<string | undefined> {
	const { rows } = await sql<{ id: string }>`
		SELECT id FROM evidence WHERE municipality_id = ${municipalityId}::uuid
			AND trajectory_id = ${trajectoryId}::uuid AND kind = 'figure' AND withdrawn_at IS NULL
			AND details->>'seriesId' = ${String(seriesId)} AND details->>'areaCode' = ${code}
		ORDER BY created_at LIMIT 1`.execute(reader);
	return rows[0]?.id;
}
