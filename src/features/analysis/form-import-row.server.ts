import { loadAccess, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import type { EntryTable } from './exchange-code.ts';
import type { EntryState } from './exchange-known.ts';

/** One form that came back, and what the actor is in its trajectory. */
export interface FormImportSubject extends TrajectoryAccess {
	formImport: { id: string; organisationId: string };
}

/** What a command about an import works with. */
export interface ImportContext {
	tx: Tx;
	actor: Actor;
	clock: Clock;
	subject: FormImportSubject;
}

/** For commands and queries about one import. Throws `not_found`. */
export async function accessOfFormImport(
	reader: Reader,
	{ formImportId }: { formImportId: string },
	actor: Actor,
): Promise<FormImportSubject> {
	// Nothing of it is for the public, who would be told that it is not there.
	if (actor.kind === 'visitor') throw new Failure('sign_in_first', 401);
	const row = await reader
		.selectFrom('form_import')
		.select(['id', 'trajectory_id', 'organisation_id as organisationId'])
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', formImportId)
		.executeTakeFirst();
	if (!row) throw notFound();
	const { trajectory_id, ...formImport } = row;
	return { ...(await loadAccess(reader, trajectory_id, actor)), formImport };
}

/** What became of a line that was approved. */
export interface LineOutcome {
	/** The entry, or the source. */
	table: EntryTable | 'evidence';
	id: string;
	/** Its version afterwards; null where it stood there already and nothing was written. */
	version: number | null;
	/** It was not there before. */
	isAdded: boolean;
	/** How it read before; of a source, null. */
	before: EntryState | null;
	/** The finding that a source was put behind. */
	citedBy: string | null;
}

/** A line of an import. */
export interface ImportLine {
	id: string;
	position: number;
	kind: 'new' | 'changed' | 'removed' | 'unplaced' | 'source';
	filePlace: string;
	heading: string;
	text: string;
	theme: string | null;
	slot: string | null;
	entryTable: EntryTable | null;
	entryId: string | null;
	base: EntryState | null;
	parentId: string | null;
	problem: string | null;
	state: 'open' | 'approved' | 'left';
	outcome: LineOutcome | null;
	version: number;
}

/** The lines of an import, in the order of the file. */
export function importLines(reader: Reader, actor: Actor, formImportId: string) {
	return reader
		.selectFrom('form_import_line')
		.select(['id', 'position', 'file_place as filePlace', 'heading', 'text', 'theme', 'slot'])
		.select(['entry_id as entryId', 'parent_id as parentId', 'problem', 'version'])
		.select((eb) => [
			eb.ref('kind').$castTo<ImportLine['kind']>().as('kind'),
			eb.ref('entry_table').$castTo<EntryTable | null>().as('entryTable'),
			eb.ref('base').$castTo<EntryState | null>().as('base'),
			eb.ref('state').$castTo<ImportLine['state']>().as('state'),
			eb.ref('outcome').$castTo<LineOutcome | null>().as('outcome'),
		])
		.where('municipality_id', '=', municipalityOf(actor))
		.where('import_id', '=', formImportId)
		.orderBy('position');
}
