import { notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import type { GuideContent, GuideFile } from './guide.schema.ts';
import type { GuideDraft } from './own-guide.ts';

/** A municipality's own guide as it is kept. */
export interface OwnGuide {
	id: string;
	key: string;
	basedOn: string;
	replaces: boolean;
	content: GuideDraft;
	/** The version in use; null as long as there is none. */
	publishedVersion: number | null;
	/** Whether something changed since that version went into use. */
	isChanged: boolean;
	changedAt: Date;
	withdrawnAt: Date | null;
	withdrawnReason: string;
	version: number;
}

/** The own guides of a municipality, the oldest first. */
export function ownGuides(reader: Reader, municipalityId: string | null) {
	return reader
		.selectFrom('own_guide as o')
		.leftJoin('content_version as c', (join) =>
			join
				.onRef('c.municipality_id', '=', 'o.municipality_id')
				.onRef('c.id', '=', 'o.published_id'),
		)
		.select(['o.id', 'o.key', 'o.based_on as basedOn', 'o.replaces', 'o.version'])
		.select(['o.changed_at as changedAt', 'o.withdrawn_at as withdrawnAt'])
		.select(['o.withdrawn_reason as withdrawnReason', 'c.version as publishedVersion'])
		.select((eb) => [
			eb.ref('o.content').$castTo<GuideDraft>().as('content'),
			eb('o.published_draft', 'is distinct from', eb.ref('o.version'))
				.$castTo<boolean>()
				.as('isChanged'),
		])
		.where('o.municipality_id', '=', municipalityId)
		.orderBy('o.created_at')
		.orderBy('o.id');
}

/** Reads one. Throws `not_found`. */
export async function ownGuide(
	reader: Reader,
	municipalityId: string | null,
	id: string,
): Promise<OwnGuide> {
	const found = await ownGuides(reader, municipalityId).where('o.id', '=', id).executeTakeFirst();
	if (!found) throw notFound();
	return found;
}

/** Every id that a question has or had in this municipality, and every key of a guide: none is given out twice. */
export async function takenIds(
	reader: Reader,
	municipalityId: string,
): Promise<{ questions: Set<string>; keys: Set<string> }> {
	const versions = await reader
		.selectFrom('content_version')
		.select((eb) => eb.ref('content').$castTo<GuideContent | GuideFile>().as('content'))
		.where('municipality_id', '=', municipalityId)
		.where('kind', '=', 'guide')
		.execute();
	const drafts = await ownGuides(reader, municipalityId).execute();
	const guides = versions.flatMap(({ content }) =>
		'guides' in content ? content.guides : [content],
	);
	const questions = [...guides, ...drafts.map(({ content }) => content)].flatMap(
		(guide) => guide.questions,
	);
	return {
		questions: new Set(questions.map(({ id }) => id)),
		keys: new Set(['default', ...guides.map(({ id }) => id), ...drafts.map(({ key }) => key)]),
	};
}
