import { loadFramework, loadStored } from '#features/analysis/framework.server.ts';
import { allParts } from '#features/analysis/framework.ts';
import { frameworkChoices } from '#features/content/content.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { countByTheme } from '#features/trajectory/themed-rows.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import type { Bilingual } from '#kernel/bilingual.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { mappingBetween } from '#features/analysis/theme-mapping.server.ts';
import { placeBy, type ThemePair } from '#features/analysis/theme-mapping.ts';
import { lastMove } from './move.server.ts';
import { movePreviewSchema } from './move.schema.ts';

/** A theme under which something stands, and where it would go. */
export interface MovedTheme {
	id: string;
	name: Bilingual;
	/** How many findings, lines of provision, questions and sources stand under it, also withdrawn ones. */
	entries: number;
	/** The theme it goes to; its own id when the framework has it; null when people have to say. */
	place: string | null;
	/** What the mapping says of it. */
	counterparts: ThemePair[];
}

export const movePreview = query({
	name: 'framework.movePreview',
	summary: 'Says what would happen to a trajectory that goes over to another framework.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/kader' },
	input: movePreviewSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ reader, actor, subject }, { trajectoryId, frameworkId }) {
		const municipalityId = municipalityOf(actor);
		const now = await loadStored(reader, municipalityId, subject.frameworkId);
		const last = await lastMove(reader, municipalityId, trajectoryId);
		const { version } = await reader
			.selectFrom('trajectory')
			.select('version')
			.where('municipality_id', '=', municipalityId)
			.where('id', '=', trajectoryId)
			.executeTakeFirstOrThrow();
		return {
			version,
			now: { id: subject.frameworkId, key: now.id, version: now.version, name: now.name },
			last: last && {
				createdAt: last.createdAt,
				name: (await loadStored(reader, municipalityId, last.fromId)).name,
			},
			choices: await versionsToChoose(reader, municipalityId, subject.frameworkId),
			preview:
				frameworkId === null
					? null
					: await preview(reader, municipalityId, { ...subject, trajectoryId }, frameworkId),
		};
	},
});

/** The newest version of every framework, and every other version of the one the trajectory has. */
async function versionsToChoose(reader: Reader, municipalityId: string, current: string) {
	const rows = await reader
		.selectFrom('content_version')
		.select(['id', 'key', 'version'])
		.select((eb) => eb.ref('content').$castTo<{ name: Bilingual }>().as('content'))
		.where('municipality_id', '=', municipalityId)
		.where('kind', '=', 'framework')
		.orderBy('key')
		.orderBy('version', 'desc')
		.execute();
	const newest = await frameworkChoices(reader, municipalityId);
	const own = rows.find(({ id }) => id === current)?.key;
	return rows
		.filter(({ id }) => id !== current)
		.filter(
			({ key, version }) =>
				key === own || newest.some((one) => one.key === key && one.version === version),
		)
		.map(({ id, version, content }) => ({ id, version, name: content.name }));
}

interface Moving {
	trajectoryId: string;
	frameworkId: string;
	formerFrameworkIds: readonly string[];
}

async function preview(reader: Reader, municipalityId: string, subject: Moving, targetId: string) {
	const { to, pairs } = await mappingBetween(reader, municipalityId, subject.frameworkId, targetId);
	const counts = await countByTheme(reader, { municipalityId, trajectoryId: subject.trajectoryId });
	const there = new Set(to.domains.flatMap((domain) => domain.themes.map(({ id }) => id)));
	const whole = allParts(await loadFramework(reader, municipalityId, subject));
	const themes = whole.domains
		.flatMap((domain) => domain.themes)
		.filter(({ id }) => counts.has(id))
		.map(({ id, name }) => ({
			id,
			name,
			entries: counts.get(id) ?? 0,
			place: placeBy(pairs, id, there),
			counterparts: pairs.filter(({ from }) => from === id),
		}));
	const kinds = new Set(to.findingKinds.map(({ id }) => id));
	return {
		target: to,
		themes: themes satisfies MovedTheme[],
		/** Kinds of finding of this trajectory that the other framework has no column for. */
		lostKinds: whole.findingKinds.filter(({ id }) => !kinds.has(id)).map(({ name }) => name),
	};
}
