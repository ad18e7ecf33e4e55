import type { Actor } from '#kernel/actor.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import type { AreaChoices } from './own-area.ts';
import type { OwnLayout } from './own-layout.ts';
import type { OwnMeaning } from './own-meaning.ts';
import type { OwnOutcome } from './own-outcome.ts';

/** An own file on its way in, or what became of it; without what is in it. */
export interface OwnImport {
	id: string;
	fileName: string;
	format: 'xlsx' | 'csv';
	fingerprint: string;
	sheets: { name: string; rows: number; columns: number }[];
	state: 'open' | 'imported' | 'withdrawn';
	layout: OwnLayout | null;
	meaning: OwnMeaning | null;
	areaChoices: AreaChoices;
	leavesOut: boolean;
	rememberedFrom: string | null;
	tableId: string | null;
	publicationId: string | null;
	predecessorId: string | null;
	outcome: OwnOutcome | null;
	createdBy: string | null;
	createdAt: Date;
	importedAt: Date | null;
	withdrawnAt: Date | null;
	withdrawnReason: string;
	version: number;
}

export const ownImportColumns = [
	'id',
	'file_name as fileName',
	'format',
	'fingerprint',
	'sheets',
	'state',
	'layout',
	'meaning',
	'area_choices as areaChoices',
	'leaves_out as leavesOut',
	'remembered_from as rememberedFrom',
	'table_id as tableId',
	'publication_id as publicationId',
	'predecessor_id as predecessorId',
	'outcome',
	'created_by as createdBy',
	'created_at as createdAt',
	'imported_at as importedAt',
	'withdrawn_at as withdrawnAt',
	'withdrawn_reason as withdrawnReason',
	'version',
] as const;

/** An own import; throws `not_found`. What policies look at. */
export async function ownImportOfInput(
	reader: Reader,
	{ ownImportId }: { ownImportId: string },
	actor: Actor,
): Promise<OwnImport> {
	// Visitors see none of them; that is no secret.
	if (actor.kind === 'visitor') throw new Failure('sign_in_first', 401);
	const found = await findOwnImport(reader, municipalityOf(actor), ownImportId);
	if (!found) throw notFound();
	return found;
}

export async function findOwnImport(
	reader: Reader,
	municipalityId: string,
	id: string,
): Promise<OwnImport | undefined> {
	const row = await reader
		.selectFrom('own_import')
		.select(ownImportColumns)
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
	return row as unknown as OwnImport | undefined;
}
