import { newestContent } from '#features/content/content.server.ts';
import type { Reader } from '#server/database/handles.ts';
import type { Guide, GuideContent, GuideFile, Guides } from './guide.schema.ts';
import { guidesInUse, type OwnGuideInUse } from './guides-in-use.ts';

const known = new Map<string, GuideFile>();

/**
 * The conversation guides that a municipality works with now, with the names of everything an observation can be marked
 * with. Throws when the municipality has none: its content was never seeded.
 */
export async function currentGuides(reader: Reader, municipalityId: string): Promise<Guides> {
	const id = await newestContent(reader, municipalityId, 'guide', 'default');
	if (!id) throw new Error(`Municipality ${municipalityId} has no conversation guides.`);
	const file = await fileOf(reader, municipalityId, id);
	const shipped = file.guides.map((guide) => ({ ...guide, version: file.version }));
	return { ...file, guides: guidesInUse(shipped, await ownInUse(reader, municipalityId)) };
}

/** Which version of which guide the answers were given to. */
export interface GuideVersion {
	guide: string;
	guideVersion: number;
}

/**
 * The guides with this one as it was in the version that answers are bound to, also when it changed or was set aside
 * since. Without a version, or with one that never was, they are as they are now.
 */
export async function guidesAt(
	reader: Reader,
	municipalityId: string,
	bound: GuideVersion | null,
): Promise<Guides> {
	const now = await currentGuides(reader, municipalityId);
	if (!bound) return now;
	const at = now.guides.findIndex(({ id }) => id === bound.guide);
	if (now.guides[at]?.version === bound.guideVersion) return now;
	const former = await guideAt(reader, municipalityId, bound);
	if (!former) return now;
	const guides = at < 0 ? [...now.guides, former] : now.guides.with(at, former);
	return { ...now, guides };
}

async function fileOf(reader: Reader, municipalityId: string, id: string): Promise<GuideFile> {
	const found = known.get(id);
	if (found) return found;
	const { file } = await reader
		.selectFrom('content_version')
		.select((eb) => eb.ref('content').$castTo<GuideFile>().as('file'))
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	// A version never changes, so it is read once.
	known.set(id, file);
	return file;
}

async function ownInUse(reader: Reader, municipalityId: string): Promise<OwnGuideInUse[]> {
	const rows = await reader
		.selectFrom('own_guide as o')
		.innerJoin('content_version as c', (join) =>
			join
				.onRef('c.municipality_id', '=', 'o.municipality_id')
				.onRef('c.id', '=', 'o.published_id'),
		)
		.select(['o.based_on as basedOn', 'o.replaces', 'c.version'])
		.select((eb) => eb.ref('c.content').$castTo<GuideContent>().as('content'))
		.where('o.municipality_id', '=', municipalityId)
		.where('o.withdrawn_at', 'is', null)
		.orderBy('o.created_at')
		.orderBy('o.id')
		.execute();
	return rows.map(({ basedOn, replaces, version, content }) => ({
		guide: { ...content, version },
		basedOn,
		replaces,
	}));
}

async function guideAt(
	reader: Reader,
	municipalityId: string,
	{ guide, guideVersion }: GuideVersion,
): Promise<Guide | undefined> {
	const rows = await reader
		.selectFrom('content_version')
		.select('key')
		.select((eb) => eb.ref('content').$castTo<GuideContent | GuideFile>().as('content'))
		.where('municipality_id', '=', municipalityId)
		.where('kind', '=', 'guide')
		.where('key', 'in', ['default', guide])
		.where('version', '=', guideVersion)
		.execute();
	const guides = rows.flatMap(({ content }) => ('guides' in content ? content.guides : [content]));
	const found = guides.find(({ id }) => id === guide);
	return found && { ...found, version: guideVersion };
}
