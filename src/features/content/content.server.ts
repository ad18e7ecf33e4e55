import criteria2010 from '#content/criteria/2010.json' with { type: 'json' };
import criteria2013 from '#content/criteria/2013.json' with { type: 'json' };
import framework2010 from '#content/frameworks/2010.json' with { type: 'json' };
import framework2013 from '#content/frameworks/2013.json' with { type: 'json' };
import guides from '#content/guides.json' with { type: 'json' };
import phases from '#content/phases.json' with { type: 'json' };
import preconditions from '#content/preconditions.json' with { type: 'json' };
import { newId } from '#kernel/id.ts';
import type { Reader, Tx } from '#server/database/handles.ts';

export type ContentKind = 'framework' | 'criteria' | 'preconditions' | 'phases' | 'guide';

interface Shipped {
	kind: ContentKind;
	key: string;
	version: number;
	content: object;
}

/** The content that comes with the program. */
const shipped: Shipped[] = [
	{ kind: 'framework', key: '2013', version: framework2013.version, content: framework2013 },
	{ kind: 'framework', key: '2010', version: framework2010.version, content: framework2010 },
	{ kind: 'criteria', key: '2013', version: criteria2013.version, content: criteria2013 },
	{ kind: 'criteria', key: '2010', version: criteria2010.version, content: criteria2010 },
	{ kind: 'preconditions', key: 'nine', version: preconditions.version, content: preconditions },
	{ kind: 'phases', key: 'default', version: phases.version, content: phases },
	{ kind: 'guide', key: 'default', version: guides.version, content: guides },
];

/** Gives a municipality the versions of the shipped content that it does not have yet; what it has stays as it is. */
export async function seedContent(tx: Tx, municipalityId: string, now: Date): Promise<void> {
	await tx
		.insertInto('content_version')
		.values(
			shipped.map(({ kind, key, version, content }) => ({
				municipality_id: municipalityId,
				id: newId(),
				kind,
				key,
				version,
				content: JSON.stringify(content),
				created_at: now,
			})),
		)
		.onConflict((conflict) =>
			conflict.columns(['municipality_id', 'kind', 'key', 'version']).doNothing(),
		)
		.execute();
}

/** The id of the newest version of a piece of content, or undefined when the municipality has none of that key. */
export async function newestContent(
	reader: Reader,
	municipalityId: string,
	kind: ContentKind,
	key: string,
): Promise<string | undefined> {
	const row = await reader
		.selectFrom('content_version')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('kind', '=', kind)
		.where('key', '=', key)
		.orderBy('version', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.id;
}
