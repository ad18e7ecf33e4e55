import { sql } from 'kysely';
import * as v from 'valibot';
import { loadStored } from '#features/analysis/framework.server.ts';
import { shippedFrameworks } from '#features/content/content.server.ts';
import { municipalityOf } from '#kernel/actor.ts';
import type { Bilingual } from '#kernel/bilingual.ts';
import { notFound } from '#kernel/failure.ts';
import { id, optionalWholeNumber } from '#kernel/fields.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { differencesBetween } from './differences.ts';
import { mayAdaptFrameworks } from './framework.policy.ts';

/** A trajectory that follows a version, as far as the reader may see it. */
export interface FrameworkUse {
	areaName: string;
	areaSlug: string;
	startYear: number;
	endYear: number;
}

/** One version of a framework in a list. */
export interface FrameworkVersion {
	id: string;
	key: string;
	version: number;
	name: Bilingual;
	source: Bilingual;
	/** The framework a municipality made it from; null for what comes with the program. */
	basedOn: { key: string; version: number } | null;
	createdAt: Date;
	uses: FrameworkUse[];
}

/** A framework with its versions, the newest first. */
export interface FrameworkLine {
	key: string;
	isShipped: boolean;
	versions: FrameworkVersion[];
}

export interface DraftLine {
	id: string;
	key: string;
	name: Bilingual;
	changedAt: Date;
	isWithdrawn: boolean;
	version: number;
}

export const listFrameworks = query({
	name: 'framework.list',
	summary:
		'Lists the frameworks of the municipality with their versions, and the trajectories that follow each.',
	http: { method: 'GET', path: '/kaders' },
	input: v.object({}),
	subject: nothing,
	// Everyone: how an analysis is divided is no secret; row-level security picks the trajectories.
	allow: anyone,
	async run({ reader, actor }) {
		const municipalityId = municipalityOf(actor);
		const versions = await readVersions(reader, municipalityId);
		const mayAdapt = mayAdaptFrameworks(actor, null) === true;
		return {
			frameworks: linesOf(versions),
			drafts: mayAdapt ? await readDrafts(reader, municipalityId) : [],
			may: { adapt: mayAdapt },
		};
	},
});

export const readFramework = query({
	name: 'framework.read',
	summary: 'Gives a version of a framework, the newest when none is named.',
	http: { method: 'GET', path: '/kaders/{key}' },
	input: v.object({ key: v.string(), version: optionalWholeNumber(1, 1_000_000) }),
	subject: nothing,
	// Everyone, for the same reason as the list.
	allow: anyone,
	async run({ reader, actor }, { key, version }) {
		const municipalityId = municipalityOf(actor);
		const all = linesOf(await readVersions(reader, municipalityId));
		const line = all.find((one) => one.key === key);
		const shown = line?.versions.find((one) => version === null || one.version === version);
		if (!line || !shown) throw notFound();
		const mayAdapt = mayAdaptFrameworks(actor, null) === true;
		const drafts = mayAdapt ? await readDrafts(reader, municipalityId) : [];
		return {
			line,
			shown,
			framework: await loadStored(reader, municipalityId, shown.id),
			draft: drafts.find((one) => one.key === key && !one.isWithdrawn) ?? null,
			/** What it can be laid beside: the newest version of every other framework, and its own other versions. */
			others: all.flatMap((one) =>
				one.key === key
					? one.versions.filter(({ id: other }) => other !== shown.id)
					: one.versions.slice(0, 1),
			),
			may: { adapt: mayAdapt },
		};
	},
});

export const compareFrameworks = query({
	name: 'framework.compare',
	summary: 'Says what differs between two versions of frameworks.',
	http: { method: 'GET', path: '/kaders/{frameworkId}/verschillen' },
	input: v.object({ frameworkId: id(), otherId: id() }),
	subject: nothing,
	// Everyone, for the same reason as the list.
	allow: anyone,
	async run({ reader, actor }, { frameworkId, otherId }) {
		const before = await loadStored(reader, municipalityOf(actor), frameworkId);
		const after = await loadStored(reader, municipalityOf(actor), otherId);
		return {
			before: { key: before.id, version: before.version, name: before.name },
			after: { key: after.id, version: after.version, name: after.name },
			differences: differencesBetween(before, after),
		};
	},
});

async function readVersions(reader: Reader, municipalityId: string): Promise<FrameworkVersion[]> {
	const { rows } = await sql<FrameworkVersion>`
		SELECT c.id, c.key, c.version, c.content -> 'name' AS name, c.content -> 'source' AS source,
			c.content -> 'basedOn' AS "basedOn", c.created_at AS "createdAt",
			coalesce((
				SELECT json_agg(json_build_object('areaName', t.area_name, 'areaSlug', t.area_slug,
					'startYear', t.start_year, 'endYear', t.end_year) ORDER BY t.start_year DESC, t.area_name)
				FROM trajectory t
				WHERE t.municipality_id = c.municipality_id AND t.framework_id = c.id
			), '[]') AS uses
		FROM content_version c
		WHERE c.municipality_id = ${municipalityId} AND c.kind = 'framework'
		ORDER BY c.version DESC`.execute(reader);
	return rows;
}

/** Shipped ones first in the program's order, then the municipality's own, the oldest first. */
function linesOf(versions: FrameworkVersion[]): FrameworkLine[] {
	const byKey = Map.groupBy(versions, ({ key }) => key);
	const own = [...byKey.keys()]
		.filter((key) => !shippedFrameworks.includes(key))
		.sort((a, b) => since(byKey.get(a)) - since(byKey.get(b)));
	return [...shippedFrameworks, ...own].flatMap((key) => {
		const found = byKey.get(key);
		return found ? [{ key, isShipped: shippedFrameworks.includes(key), versions: found }] : [];
	});
}

function since(versions: FrameworkVersion[] | undefined): number {
	return versions?.at(-1)?.createdAt.getTime() ?? 0;
}

/** What is being worked on, and what was set aside; nothing that was published. */
function readDrafts(reader: Reader, municipalityId: string): Promise<DraftLine[]> {
	return reader
		.selectFrom('framework_draft')
		.select(['id', 'key', 'changed_at as changedAt', 'version'])
		.select(sql<Bilingual>`content -> 'name'`.as('name'))
		.select(sql<boolean>`withdrawn_at IS NOT NULL`.as('isWithdrawn'))
		.where('municipality_id', '=', municipalityId)
		.where('published_id', 'is', null)
		.orderBy('changed_at', 'desc')
		.execute();
}
