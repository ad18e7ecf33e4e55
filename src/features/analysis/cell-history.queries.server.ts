import { sql, type RawBuilder } from 'kysely';
import * as v from 'valibot';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import type { Actor } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import { typedDate } from '#kernel/typed-text.ts';
import type { Reader } from '#server/database/handles.ts';
import type { EntryHistory, EntryVersion } from './cell-history.ts';
import { thingOf, type Thing } from './entry-content.ts';
import { themeId } from './finding.schema.ts';
import { allParts } from './framework.ts';
import { loadFramework } from './framework.server.ts';
import type { Fields } from './sending.ts';

/**
 * Who (by organisation) changed what and when in one cell of the form: of every entry that stands there or ever stood
 * there, all its versions.
 */
export const cellHistory = query({
	name: 'analysis.cellHistory',
	summary:
		'What stands in one cell of the analysis form, what stood there before, and what became of it.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/invulschema/vakgeschiedenis' },
	input: v.object({ trajectoryId: id(), theme: themeId(), column: themeId() }),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor, subject }, { theme, column: columnId }) {
		const framework = await loadFramework(reader, actor.municipalityId, subject);
		const parts = allParts(framework);
		const column = parts.columns.find((one) => one.id === columnId);
		const known = parts.domains.flatMap(({ themes }) => themes).find((one) => one.id === theme);
		const thing = column && thingOf(column);
		if (!column || !known || !thing) throw notFound();
		const cell = { thing, theme, kinds: column.findingKinds };
		return {
			theme: known.name,
			column: column.name,
			thing,
			entries: await historyOf(reader, actor, subject.trajectoryId, cell),
			may: { contribute: mayContribute(actor, subject) === true },
		};
	},
});

const tables = {
	finding: 'finding',
	provision: 'provision',
	knowledgeNeed: 'knowledge_need',
} as const satisfies Record<Thing, string>;

interface Cell {
	thing: Thing;
	theme: string;
	kinds: readonly string[];
}

interface Row {
	id: string;
	content: Record<string, unknown>;
	isHere: boolean;
	at: Date | null;
	organisationName: string | null;
}

/** Reads through the rows themselves, so that what row-level security hides of them stays hidden of their past too. */
async function historyOf(
	reader: Reader,
	{ municipalityId }: Actor,
	trajectoryId: string,
	cell: Cell,
): Promise<EntryHistory[]> {
	const table = tables[cell.thing];
	const { rows } = await sql<Row>`
		WITH own AS (
			SELECT x.id, to_jsonb(x) AS content FROM ${sql.table(table)} x
			WHERE x.municipality_id = ${municipalityId}::uuid AND x.trajectory_id = ${trajectoryId}::uuid
		), every AS (
			SELECT id, content FROM own
			UNION ALL
			SELECT own.id, k.content FROM own JOIN kept_version k
				ON k.municipality_id = ${municipalityId}::uuid AND k.table_name = ${table} AND k.id = own.id
		), placed AS (
			SELECT id, content, ${isHere(cell)} AS here FROM every
		)
		SELECT p.id, p.content, p.here AS "isHere", o.name AS "organisationName",
			coalesce(c.at, (p.content->>'changed_at')::timestamptz, (p.content->>'created_at')::timestamptz) AS at
		FROM placed p
		LEFT JOIN LATERAL (
			SELECT r.at, r.membership_id FROM command_record r
			WHERE r.municipality_id = ${municipalityId}::uuid AND r.subject_id = p.id
				AND r.result->>'version' = p.content->>'version'
			ORDER BY r.at LIMIT 1
		) c ON true
		LEFT JOIN membership m ON m.municipality_id = ${municipalityId}::uuid
			AND m.id = coalesce(c.membership_id, (p.content->>'changed_by')::uuid, (p.content->>'created_by')::uuid)
		LEFT JOIN organisation o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
		WHERE p.id IN (SELECT id FROM placed WHERE here)
		ORDER BY p.content->>'created_at', p.id, (p.content->>'version')::int`.execute(reader);
	const byEntry = Map.groupBy(rows, (row) => row.id);
	return [...byEntry].map(([entry, versions]) => ({
		thing: cell.thing,
		id: entry,
		versions: versions.map((row) => versionOf(cell.thing, row)),
	}));
}

function isHere({ thing, theme, kinds }: Cell): RawBuilder<boolean> {
	if (thing !== 'finding') return sql`content->>'theme' = ${theme}`;
	return sql`(content->'themes' ? ${theme} AND content->>'kind' = ANY (${[...kinds]}))`;
}

function versionOf(
	thing: Thing,
	{ content, isHere: here, at, organisationName }: Row,
): EntryVersion {
	const text = (name: string) => (typeof content[name] === 'string' ? content[name] : '');
	return {
		version: Number(content.version),
		text: thing === 'knowledgeNeed' ? text('question') : text('text'),
		isHere: here,
		isWithdrawn: content.withdrawn_at !== null,
		reason: text('withdrawn_reason'),
		at: at ?? new Date(0),
		organisationName,
		content: contentOf(thing, content, text),
	};
}

function contentOf(
	thing: Thing,
	row: Record<string, unknown>,
	text: (name: string) => string,
): Fields {
	if (thing === 'finding')
		return [
			['kind', text('kind')],
			['signalKind', text('signal_kind')],
			['text', text('text')],
			...(row.themes as string[]).map((theme): [string, string] => ['themes[]', theme]),
		];
	if (thing === 'provision')
		return [
			['theme', text('theme')],
			['text', text('text')],
			['standing', text('standing')],
			['form', text('form')],
		];
	const who = text('who_organisation_id');
	return [
		['theme', text('theme')],
		['question', text('question')],
		['method', text('method')],
		['who', text('who')],
		...(who ? [['whoOrganisationId', who] as [string, string]] : []),
		['dueOn', text('due_on') && typedDate(text('due_on'))],
	];
}
