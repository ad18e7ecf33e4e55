import type { Actor } from '#kernel/actor.ts';
import { municipalityOf, writerOf } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { changedMeanwhile, Failure, notFound } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, type Changed } from '#server/database/rows.ts';
import type { DraftContent } from './draft-content.ts';
import { editionOf } from './draft-content.ts';

/** A draft as it is kept. */
export interface Draft {
	id: string;
	key: string;
	baseId: string;
	content: DraftContent;
	publishedId: string | null;
	changedAt: Date;
	withdrawnAt: Date | null;
	version: number;
}

/** Reads a draft. Throws `not_found`. */
export async function loadDraft(
	reader: Reader,
	municipalityId: string | null,
	id: string,
): Promise<Draft> {
	const row = await draftRow(reader, municipalityId, id).executeTakeFirst();
	if (!row) throw notFound();
	return row;
}

function draftRow(reader: Reader, municipalityId: string | null, id: string) {
	return reader
		.selectFrom('framework_draft')
		.select(['id', 'key', 'base_id as baseId', 'published_id as publishedId', 'version'])
		.select(['changed_at as changedAt', 'withdrawn_at as withdrawnAt'])
		.select((eb) => eb.ref('content').$castTo<DraftContent>().as('content'))
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id);
}

interface Edit {
	tx: Tx;
	actor: Actor;
	clock: Clock;
}

/**
 * Changes what a draft says. Editors of different parts do not get in each other's way: the row is held while it is
 * changed, and `change` looks itself whether the part is as its editor read it. Throws `not_found`, `withdrawn`, or
 * `framework.published` for a draft that became a version.
 */
export async function editDraft(
	{ tx, actor, clock }: Edit,
	id: string,
	change: (content: DraftContent) => DraftContent,
): Promise<Changed> {
	const draft = await openDraft(tx, municipalityOf(actor), id);
	return writeDraft({ tx, actor, clock }, draft, change(draft.content));
}

/** A draft that can still be changed, held for this transaction. Throws as `editDraft` does. */
export async function openDraft(tx: Tx, municipalityId: string, id: string): Promise<Draft> {
	const draft = await draftRow(tx, municipalityId, id).forUpdate().executeTakeFirst();
	if (!draft) throw notFound();
	if (draft.publishedId) throw new Failure('framework.published', 409);
	if (draft.withdrawnAt) throw new Failure('withdrawn', 409);
	return draft;
}

/** Writes the next version of a draft that `openDraft` holds. */
export function writeDraft(
	{ tx, actor, clock }: Edit,
	{ id, version }: Draft,
	content: DraftContent,
	more: { published_id?: string } = {},
): Promise<Changed> {
	const municipalityId = municipalityOf(actor);
	const row = { municipalityId, id, version };
	const values = {
		content: JSON.stringify(content),
		changed_by: writerOf(actor),
		changed_at: clock.now(),
		...more,
	};
	return changeRow(tx, 'framework_draft', row, values, {
		current: () => loadDraft(tx, municipalityId, id),
	});
}

/** Refuses a second writer on one part, with what stands there now under the names of the form. */
export function refuseChanged<Part extends { edition?: number }>(
	part: Part | undefined,
	version: number,
	fields: (part: Part) => Record<string, unknown>,
): asserts part is Part {
	if (!part) throw notFound();
	if (editionOf(part) !== version)
		throw changedMeanwhile({ ...fields(part), version: editionOf(part) });
}
