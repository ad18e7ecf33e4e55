import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Rows } from './filled-world.ts';

interface Place {
	municipality_id: string;
	trajectory_id: string;
	created_by: string;
	now: Date;
	rows: Rows;
	text: (what: string) => string;
}

/** An own guide, a marked passage behind a finding, and a note in somebody's own logbook. */
export async function fillTalks(
	tx: Tx,
	{ municipality_id, trajectory_id, created_by, now, rows, text }: Place,
): Promise<Rows> {
	const own = () => ({ municipality_id, id: newId(), created_at: now });
	const questions = [{ id: 'q', question: { nl: text('question of a guide'), en: '' } }];
	const content = JSON.stringify({
		speaker: 'resident',
		name: { nl: text('guide'), en: '' },
		questions,
	});
	const guide = { ...own(), key: `eigen-${newId()}`, based_on: 'resident', based_on_version: 1, replaces: false, content, created_by, changed_at: now }; // prettier-ignore
	await tx.insertInto('own_guide').values(guide).execute();
	const words = text('summary');
	const passage = { ...own(), trajectory_id, evidence_id: String(rows.evidence), part: 'summary', start_at: 0, end_at: words.length, text: words, evidence_version: 1, is_quote: true, created_by }; // prettier-ignore
	const away = { ...passage, id: newId(), withdrawn_at: now, withdrawn_reason: text('passage away') }; // prettier-ignore
	await tx.insertInto('passage').values([passage, away]).execute();
	const cited = { municipality_id, finding_id: String(rows.finding), passage_id: passage.id, created_by, created_at: now }; // prettier-ignore
	await tx.insertInto('cited_passage').values(cited).execute();
	const note = { ...own(), trajectory_id, membership_id: created_by, text: text('logbook note') };
	const noteAway = { ...note, id: newId(), withdrawn_at: now, withdrawn_reason: text('note away') };
	await tx.insertInto('logbook_note').values([note, noteAway]).execute();
	return {
		guide: guide.id,
		passage: passage.id,
		withdrawn_passage: away.id,
		note: note.id,
		note_away: noteAway.id,
	};
}
