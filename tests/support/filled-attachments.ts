import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Rows } from './filled-world.ts';

interface Setting {
	municipality_id: string;
	trajectory_id: string;
	evidence_id: string;
	organisation_id: string;
	created_by: string;
	now: Date;
	text: (what: string) => string;
}

/** One attachment that is there, one that is still coming, and one that was withdrawn; without their files. */
export async function fillAttachments(tx: Tx, setting: Setting): Promise<Rows> {
	const { text, now, ...of } = setting;
	const attachment = { ...of, id: newId(), kind: 'photo', size: 1000, sha256: 'a'.repeat(64), consent: 'agreed_public', description: text('photo'), created_at: now }; // prettier-ignore
	const stored = { ...attachment, state: 'stored', stored_at: now, media_type: 'image/webp', width: 640, height: 480 }; // prettier-ignore
	const coming = { ...attachment, id: newId() };
	const withdrawn = { ...stored, id: newId(), withdrawn_at: now, withdrawn_reason: text('photo withdrawn') }; // prettier-ignore
	for (const row of [stored, coming, withdrawn])
		await tx.insertInto('attachment').values(row).execute();
	return {
		attachment: stored.id,
		coming_attachment: coming.id,
		withdrawn_attachment: withdrawn.id,
	};
}
