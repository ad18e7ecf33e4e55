import criteria2010 from '#content/criteria/2010.json' with { type: 'json' };
import criteria2013 from '#content/criteria/2013.json' with { type: 'json' };
import framework2010 from '#content/frameworks/2010.json' with { type: 'json' };
import framework2013 from '#content/frameworks/2013.json' with { type: 'json' };
import professionals from '#content/frameworks/2010-professionals.json' with { type: 'json' };
import guides from '#content/guides.json' with { type: 'json' };
import phases from '#content/phases.json' with { type: 'json' };
import preconditions from '#content/preconditions.json' with { type: 'json' };
import { sql } from 'kysely';
import type { Bilingual } from '#kernel/bilingual.ts';
import { invalidField } from '#kernel/failure.ts';
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
	{
		kind: 'framework',
		key: professionals.id,
		version: professionals.version,
		content: professionals,
	},
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

/** Gives every municipality what came with a newer program; for a start, as the owner of the database. */
export async function seedEverywhere(tx: Tx, now: Date): Promise<void> {
	const municipalities = await tx.selectFrom('municipality').select('id').execute();
	for (const { id } of municipalities) await seedContent(tx, id, now);
}

/** The keys of the frameworks that come with the program: a municipality's own have others. */
export const shippedFrameworks: readonly string[] = shipped
	.filter(({ kind }) => kind === 'framework')
	.map(({ key }) => key);

/** A framework that a trajectory can begin with: the newest version of each. */
export interface FrameworkChoice {
	key: string;
	version: number;
	name: Bilingual;
	/** What it is for, where the framework says so; its columns otherwise say it. */
	explanation: Bilingual | null;
	/** The names of the columns in which findings are written. */
	columns: Bilingual[];
}

interface ChoiceContent {
	name: Bilingual;
	explanation?: Bilingual;
	columns: { kind: string; hidden?: true; name: Bilingual }[];
}

/** The frameworks to begin with: the shipped ones first, in the program's order, then the municipality's own by age. */
export async function frameworkChoices(
	reader: Reader,
	municipalityId: string,
): Promise<FrameworkChoice[]> {
	const rows = await reader
		.selectFrom('content_version')
		.distinctOn('key')
		.select(['key', 'version'])
		.select((eb) => eb.ref('content').$castTo<ChoiceContent>().as('content'))
		.select(sql<Date>`min(created_at) OVER (PARTITION BY key)`.as('since'))
		.where('municipality_id', '=', municipalityId)
		.where('kind', '=', 'framework')
		.orderBy('key')
		.orderBy('version', 'desc')
		.execute();
	const place = (key: string) => {
		const at = shippedFrameworks.indexOf(key);
		return at < 0 ? shippedFrameworks.length : at;
	};
	return rows
		.sort((a, b) => place(a.key) - place(b.key) || a.since.getTime() - b.since.getTime())
		.map(({ key, version, content: { name, explanation = null, columns } }) => ({
			key,
			version,
			name,
			explanation,
			columns: columns
				.filter((one) => one.kind === 'finding' && !one.hidden)
				.map((one) => one.name),
		}));
}

/**
 * The newest version of a framework, and the key of the criteria that belong to it. Throws `unknown` at the field
 * `framework` when the municipality has none of that key.
 */
export async function newestFramework(
	reader: Reader,
	municipalityId: string,
	key: string,
): Promise<{ id: string; criteria: string }> {
	const row = await reader
		.selectFrom('content_version')
		.select('id')
		.select(sql<string>`coalesce(content ->> 'criteria', key)`.as('criteria'))
		.where('municipality_id', '=', municipalityId)
		.where('kind', '=', 'framework')
		.where('key', '=', key)
		.orderBy('version', 'desc')
		.limit(1)
		.executeTakeFirst();
	if (!row) throw invalidField('framework', 'unknown');
	return row;
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
