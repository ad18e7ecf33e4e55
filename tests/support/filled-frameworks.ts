import framework from '#content/frameworks/2013.json' with { type: 'json' };
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Rows } from './filled-world.ts';

interface Place {
	municipality_id: string;
	trajectory_id: string;
	created_by: string;
	now: Date;
	/** Stands in every text of the trajectory. */
	mark: string;
	text(what: string): string;
	/** For what is public whatever the trajectory. */
	ofTown(what: string): string;
}

/** Fills what frameworks have: a draft, a mapping, and a move of the trajectory that was taken back. */
export async function fillFrameworks(
	tx: Tx,
	{ municipality_id, trajectory_id, created_by, now, mark, text, ofTown }: Place,
): Promise<Rows> {
	const own = () => ({ municipality_id, id: newId() });
	const versions = await tx
		.selectFrom('content_version')
		.select(['id', 'key'])
		.where('municipality_id', '=', municipality_id)
		.where('kind', '=', 'framework')
		.execute();
	const idOf = (key: string) => versions.find((one) => one.key === key)?.id ?? '';
	const [base_id, other] = [idOf('2013'), idOf('2010')];
	const content = { ...framework, explanation: { nl: text('draft'), en: text('draft') } };
	const draft = { ...own(), key: mark.toLowerCase(), base_id, content: JSON.stringify(content), created_by, created_at: now, changed_at: now }; // prettier-ignore
	await tx.insertInto('framework_draft').values(draft).execute();
	const mapping = { ...own(), from_framework_id: base_id, to_framework_id: other, from_theme: 'sport', to_theme: `x-${newId()}`, kind: 'related', note: ofTown('mapping'), changed_at: now }; // prettier-ignore
	await tx.insertInto('theme_mapping').values(mapping).execute();
	const places = JSON.stringify([{ from: text('place'), to: 'sport' }]);
	const move = { ...own(), trajectory_id, from_framework_id: base_id, to_framework_id: other, former_framework_ids: [], places, entries: '[]', created_by, created_at: now, undone_at: now }; // prettier-ignore
	await tx.insertInto('framework_move').values(move).execute();
	return {
		content_version: base_id,
		framework: base_id,
		other_framework: other,
		draft: draft.id,
		theme_mapping: mapping.id,
		framework_move: move.id,
	};
}
