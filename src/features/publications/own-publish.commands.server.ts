import { memberOf, municipalityOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow } from '#server/database/rows.ts';
import { ownAreasOf } from './own-areas.server.ts';
import { shownBefore } from './own-earlier.server.ts';
import { passGate } from './own-gate.ts';
import { findOwnImport, ownImportOfInput, type OwnImport } from './own-import-row.server.ts';
import {
	carryOutOwnImportSchema,
	changeOwnVisibilitySchema,
	restoreOwnImportSchema,
	withdrawOwnImportSchema,
} from './own-import.schema.ts';
import { outcomeOf } from './own-outcome.ts';
import { chosenPredecessor, publish, setStanding, tableIdFor } from './own-publish.server.ts';
import { countsForGate, dropSheets, storeCounts } from './own-raw.server.ts';
import { checkFile } from './own-work.server.ts';
import { mayImport } from './import.commands.server.ts';
import { mayWorkOnFile } from './own.policy.ts';

export const carryOutOwnImport = command({
	name: 'ownImport.carryOut',
	summary:
		'Imports an own file that was described and checked: its numbers pass the gate, and only what comes out of it is shown.',
	http: { method: 'POST', path: '/eigen-cijferbestanden/{ownImportId}/uitvoering' },
	input: carryOutOwnImportSchema,
	subject: ownImportOfInput,
	allow: mayWorkOnFile,
	async run({ tx, actor, clock, subject }, { version, replacesId }) {
		const municipalityId = municipalityOf(actor);
		const { checked, areas, layout, meaning } = await checkFile(tx, actor, subject);
		if (checked.wrongRows > 0 && !subject.leavesOut) throw new Failure('ownImport.wrong_rows', 409);
		if (checked.cells.length === 0) throw new Failure('ownImport.nothing_left', 409);
		const replaces = await chosenPredecessor(tx, municipalityId, replacesId);
		const tableId = await tableIdFor(tx, actor, subject, replaces);
		await storeCounts(tx, municipalityId, subject.id, checked.cells);
		const periods = checked.cells.map(({ period }) => period);
		const before = await shownBefore(tx, municipalityId, tableId, periods);
		const gated = passGate(checked.cells, meaning.measures, areas.children, meaning.visibility, before); // prettier-ignore
		const now = clock.now();
		const revisionOf = replaces?.id ?? null;
		const published = await publish(tx, municipalityId, gated, { layout, meaning, tableId, revisionOf, now }); // prettier-ignore
		await dropSheets(tx, municipalityId, subject.id);
		const outcome = { rows: checked.rows, leftOut: checked.wrongRows, areas: published.areas, ...outcomeOf(gated, meaning.measures) }; // prettier-ignore
		const changed = await change(tx, municipalityId, subject, version, {
			...{ state: 'imported', table_id: tableId, publication_id: published.publicationId },
			...{ predecessor_id: revisionOf, outcome: JSON.stringify(outcome) },
			...{ imported_by: memberOf(actor).membershipId, imported_at: now },
		});
		return { ...changed, publicationId: published.publicationId, ...outcome };
	},
});

export const withdrawOwnImport = command({
	name: 'ownImport.withdraw',
	summary:
		'Takes the figures of an own file back; those that it replaced stand again. A file that was not imported yet is put aside, and its rows are removed.',
	http: { method: 'POST', path: '/eigen-cijferbestanden/{ownImportId}/intrekking' },
	input: withdrawOwnImportSchema,
	subject: ownImportOfInput,
	allow: mayImport,
	async run({ tx, actor, clock, subject }, { version, reason }) {
		const municipalityId = municipalityOf(actor);
		const now = clock.now();
		if (subject.state === 'withdrawn') throw new Failure('withdrawn', 409);
		if (subject.state === 'open') await dropSheets(tx, municipalityId, subject.id);
		else {
			await requireStanding(tx, municipalityId, subject.publicationId);
			await setStanding(tx, municipalityId, subject.publicationId!, { replacedAt: now, visibility: 'participants' }); // prettier-ignore
			if (subject.predecessorId) await setStanding(tx, municipalityId, subject.predecessorId, { replacedAt: null }); // prettier-ignore
		}
		const withdrawn = { withdrawn_at: now, withdrawn_reason: reason };
		return change(tx, municipalityId, subject, version, { state: 'withdrawn', ...withdrawn });
	},
});

export const restoreOwnImport = command({
	name: 'ownImport.restore',
	summary: 'Puts the figures of an own file back that were taken back; those they replaced step aside again.', // prettier-ignore
	http: { method: 'POST', path: '/eigen-cijferbestanden/{ownImportId}/herstel' },
	input: restoreOwnImportSchema,
	subject: ownImportOfInput,
	allow: mayImport,
	async run({ tx, actor, clock, subject }, { version }) {
		const municipalityId = municipalityOf(actor);
		const { publicationId, predecessorId, meaning } = subject;
		if (subject.state === 'open') throw new Failure('ownImport.not_imported', 409);
		if (subject.state === 'imported') throw new Failure('ownImport.stands', 409);
		if (!publicationId || !meaning) throw new Failure('ownImport.file_gone', 409);
		if (predecessorId) {
			await requireStanding(tx, municipalityId, predecessorId);
			await setStanding(tx, municipalityId, predecessorId, { replacedAt: clock.now() });
		}
		const { visibility } = meaning;
		await setStanding(tx, municipalityId, publicationId, { replacedAt: null, visibility });
		const standing = { state: 'imported', withdrawn_at: null, withdrawn_reason: '' };
		return change(tx, municipalityId, subject, version, standing);
	},
});

export const changeOwnVisibility = command({
	name: 'ownImport.changeVisibility',
	summary:
		'Changes who may see the figures of an own file: its numbers pass the gate again, for those people.',
	http: { method: 'PUT', path: '/eigen-cijferbestanden/{ownImportId}/zichtbaarheid' },
	input: changeOwnVisibilitySchema,
	subject: ownImportOfInput,
	allow: mayImport,
	async run({ tx, actor, clock, subject }, { version, visibility }) {
		const municipalityId = municipalityOf(actor);
		const { state, layout, meaning: said, publicationId, tableId, outcome } = subject;
		if (state !== 'imported' || !layout || !said || !publicationId || !tableId || !outcome)
			throw new Failure('ownImport.not_imported', 409);
		await requireStanding(tx, municipalityId, publicationId);
		if (said.visibility === visibility) return { id: subject.id, version: subject.version };
		const areas = await ownAreasOf(tx, municipalityId, layout.boundaryYear);
		const areaOf = (code: string) => areas.byCode.get(code) ?? { code, name: code, level: 'neighbourhood' as const }; // prettier-ignore
		const cells = await countsForGate(tx, municipalityId, subject.id, areaOf);
		const meaning = { ...said, visibility };
		const before = await shownBefore(tx, municipalityId, tableId, cells.map(({ period }) => period)); // prettier-ignore
		const gated = passGate(cells, meaning.measures, areas.children, visibility, before);
		const now = clock.now();
		const published = await publish(tx, municipalityId, gated, { layout, meaning, tableId, revisionOf: publicationId, now }); // prettier-ignore
		// What everyone could see until now is for members only from here on.
		await setStanding(tx, municipalityId, publicationId, { replacedAt: now, visibility: 'participants' }); // prettier-ignore
		return change(tx, municipalityId, subject, version, {
			...{ publication_id: published.publicationId, meaning: JSON.stringify(meaning) },
			outcome: JSON.stringify({ ...outcome, ...outcomeOf(gated, meaning.measures) }),
		});
	},
});

/** Throws when another publication has taken the place of this one. */
async function requireStanding(
	reader: Reader,
	municipalityId: string,
	publicationId: string | null,
): Promise<void> {
	const row = await reader
		.selectFrom('publication')
		.select('replaced_at')
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', publicationId ?? '')
		.executeTakeFirst();
	if (!row || row.replaced_at !== null) throw new Failure('ownImport.place_taken', 409);
}

function change(
	tx: Tx,
	municipalityId: string,
	{ id }: OwnImport,
	version: number,
	values: Parameters<typeof changeRow<'own_import'>>[3],
) {
	return changeRow(tx, 'own_import', { municipalityId, id, version }, values, {
		current: () => findOwnImport(tx, municipalityId, id),
	});
}
