import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Rows } from './filled-world.ts';
import type { TestMunicipality } from './world.ts';

interface Place {
	town: TestMunicipality;
	trajectory_id: string;
	now: Date;
	text(what: string): string;
	/** A text that is not of this trajectory alone. */
	ofTown(what: string): string;
}

/** Fills what stands around care: a source that waits for its second reader, a named reader, periods and the log. */
export async function fillCare(
	tx: Tx,
	{ town, trajectory_id, now, text, ofTown }: Place,
): Promise<Rows> {
	const municipality_id = town.id;
	const { professional, process_manager } = town.members;
	const created_by = professional.membershipId;
	const row = () => ({ municipality_id, id: newId() });
	const waiting = { ...row(), trajectory_id, kind: 'document', title: text('waiting'), place: text('waiting place'), happened_at: now, care: 'marked', visibility: 'organisation', wished_visibility: 'public', organisation_id: town.organisations.welfare, details: JSON.stringify({ author: '', year: 2024, reference: '', page: '', url: null, summary: text('waiting summary') }), created_by, created_at: now }; // prettier-ignore
	await tx.insertInto('evidence').values(waiting).execute();
	const photo = { ...row(), trajectory_id, evidence_id: waiting.id, kind: 'photo', state: 'stored', size: 1000, sha256: 'c'.repeat(64), media_type: 'image/webp', width: 640, height: 480, consent: 'agreed_public', description: text('waiting photo'), organisation_id: town.organisations.welfare, created_by, created_at: now, stored_at: now }; // prettier-ignore
	await tx.insertInto('attachment').values(photo).execute();
	const reader = { ...row(), trajectory_id, membership_id: town.members.reader.membershipId, named_by: process_manager.membershipId, created_at: now }; // prettier-ignore
	await tx.insertInto('second_reader').values(reader).execute();
	const line = { ...row(), name: ofTown('help line'), purpose: ofTown('purpose'), phone: '14 026', created_at: now }; // prettier-ignore
	const gone = { ...line, id: newId(), withdrawn_at: now };
	await tx.insertInto('help_line').values([line, gone]).execute();
	const period = { ...row(), kind: 'photo', months: 12, reason: ofTown('period'), changed_at: now };
	await tx.insertInto('retention_period').values(period).onConflict((on) => on.doNothing()).execute(); // prettier-ignore
	await tx.insertInto('removal').values({ ...row(), at: now, kind: 'photo', cause: 'period', months: 12, count: 3 }).execute(); // prettier-ignore
	return {
		waiting: waiting.id,
		waiting_attachment: photo.id,
		second_reader: reader.id,
		help_line: line.id,
		withdrawn_help_line: gone.id,
		retention_period: period.id,
	};
}
