import { createHash } from 'node:crypto';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Rows } from './filled-world.ts';
import type { TestMunicipality } from './world.ts';

interface Place {
	town: TestMunicipality;
	trajectory_id: string;
	now: Date;
	text(what: string): string;
}

/** Fills what stands around the report: a frozen version that is public, a comment with a reply, a suggestion. */
export async function fillReview(tx: Tx, { town, trajectory_id, now, text }: Place): Promise<Rows> {
	const municipality_id = town.id;
	const created_by = town.members.process_manager.membershipId;
	const organisation_id = town.organisations.municipality;
	const own = () => ({ municipality_id, id: newId(), trajectory_id });
	const version = { ...own(), name: text('version'), note: text('version note'), frozen_at: now, organisation_name: text('froze'), role: 'process_manager' }; // prettier-ignore
	await tx.insertInto('report_version').values(version).execute();
	await tx.insertInto('report_version_visibility').values({ municipality_id, trajectory_id, id: version.id, visibility: 'public', reason: text('visibility'), changed_at: now }).execute(); // prettier-ignore
	const documents = (['participants', 'public'] as const).map((audience) => {
		const model = JSON.stringify({ title: text(`${audience} document`), language: 'nl', blocks: [] }); // prettier-ignore
		const checksum = createHash('sha256').update(model).digest('hex');
		return { municipality_id, report_version_id: version.id, document: 'report', language: 'nl', audience, model, checksum }; // prettier-ignore
	});
	await tx.insertInto('report_version_document').values(documents).execute();
	const comment = { ...own(), section_key: 'introduction', about: text('sentence'), text: text('comment'), organisation_id, created_by, created_at: now }; // prettier-ignore
	const suggestion = { ...comment, id: newId(), proposed: text('proposed'), text: text('why') };
	const resolved = { ...comment, id: newId(), state: 'resolved', state_at: now };
	const declined = { ...suggestion, id: newId(), state: 'declined', state_reason: text('declined'), state_at: now }; // prettier-ignore
	for (const one of [comment, suggestion, resolved, declined])
		await tx.insertInto('report_comment').values(one).execute();
	const reply = { ...own(), report_comment_id: comment.id, text: text('reply'), organisation_id, created_by, created_at: now }; // prettier-ignore
	await tx.insertInto('report_reply').values(reply).execute();
	return {
		report_version: version.id,
		report_comment: comment.id,
		suggestion: suggestion.id,
		resolved_comment: resolved.id,
		declined_suggestion: declined.id,
		report_reply: reply.id,
	};
}
