import { sql } from 'kysely';
import type { Tx } from '#server/database/handles.ts';
import { eraseVersions } from './erase-versions.server.ts';
import { textsIn } from './vulnerable.ts';

/** Evidence whose texts are to go, of one municipality. */
export interface Erasing {
	municipalityId: string;
	ids: string[];
	at: Date;
}

const shortestText = 12;

/**
 * What these pieces of evidence say and said, in all their versions: what has to be gone from elsewhere as well
 * (`lookedFor`).
 */
export async function textsOfEvidence(tx: Tx, { municipalityId, ids }: Erasing): Promise<string[]> {
	if (ids.length === 0) return [];
	const now = await tx
		.selectFrom('evidence')
		.select(['title', 'details'])
		.where('municipality_id', '=', municipalityId)
		.where('id', 'in', ids)
		.execute();
	const former = await tx
		.selectFrom('kept_version')
		.select('content')
		.where('municipality_id', '=', municipalityId)
		.where('table_name', '=', 'evidence')
		.where('id', 'in', ids)
		.execute();
	const said = former.map(({ content }) => {
		const { title, details } = content as { title?: unknown; details?: unknown };
		return { title, details };
	});
	return [...textsIn([now, said]), ...(await saidOfFiles(tx, { municipalityId, ids }))];
}

/** What is said of their photos and files, and was. */
async function saidOfFiles(
	tx: Tx,
	{ municipalityId, ids }: Pick<Erasing, 'municipalityId' | 'ids'>,
): Promise<string[]> {
	const files = await tx
		.selectFrom('attachment')
		.select(['id', 'description'])
		.where('municipality_id', '=', municipalityId)
		.where('evidence_id', 'in', ids)
		.execute();
	if (files.length === 0) return [];
	const former = await tx
		.selectFrom('kept_version')
		.select(sql<string | null>`content ->> 'description'`.as('description'))
		.where('municipality_id', '=', municipalityId)
		.where('table_name', '=', 'attachment')
		.where(
			'id',
			'in',
			files.map(({ id }) => id),
		)
		.execute();
	return [...files, ...former].map(({ description }) => description ?? '');
}

/**
 * What is looked for elsewhere: each text and each of its lines, also without the full stop that a title loses, the
 * longest first. Not those of fewer than twelve characters: those are words that may stand anywhere.
 */
export function lookedFor(texts: readonly string[]): string[] {
	const all = texts.flatMap((text) => [text, ...text.split('\n')]).map((text) => text.trim());
	const short = all.map((text) => text.replace(/\.$/, ''));
	return [...new Set([...all, ...short])]
		.filter((text) => text.length >= shortestText)
		.sort((one, other) => other.length - one.length);
}

/**
 * Erases what pieces of evidence say, with every former version. The rows stay, withdrawn, so that what rests on them
 * says that its source is gone. Needs a transaction that clears. Gives how many there were.
 */
export async function eraseEvidence(tx: Tx, { municipalityId, ids, at }: Erasing): Promise<number> {
	if (ids.length === 0) return 0;
	const erased = await tx
		.updateTable('evidence')
		.set((eb) => ({
			title: '',
			place: '',
			details: '{}',
			place_id: null,
			longitude: null,
			latitude: null,
			second_remark: '',
			withdrawn_reason: '',
			withdrawn_at: eb.fn.coalesce('withdrawn_at', eb.val(at)),
			erased_at: at,
			version: eb('version', '+', 1),
		}))
		.where('municipality_id', '=', municipalityId)
		.where('id', 'in', ids)
		.where('erased_at', 'is', null)
		.returning('id')
		.execute();
	await eraseVersions(tx, municipalityId, 'evidence', ids);
	return erased.length;
}
