import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Rows } from './filled-world.ts';
import type { TestMunicipality } from './world.ts';

interface Place {
	town: TestMunicipality;
	trajectory_id: string;
	now: Date;
	/** The rows that are there already. */
	rows: Rows;
	text(what: string): string;
}

/** Fills what stands between agenda and decision: support, moments, telling, and the yearly adjustment. */
export async function fillAgreement(
	tx: Tx,
	{ town, trajectory_id, now, rows, text }: Place,
): Promise<Rows> {
	const municipality_id = town.id;
	const created_by = town.members.process_manager.membershipId;
	const own = () => ({ municipality_id, id: newId(), trajectory_id });
	const agenda_item_id = rows.agenda_item as string;
	const standpoint = { ...own(), agenda_item_id, organisation_id: rows.new_organisation as string, view: 'against', reason: text('against'), item_version: 1, origin: 'entered', ground: text('ground'), changed_at: now }; // prettier-ignore
	await tx.insertInto('standpoint').values(standpoint).execute();
	const moment = { ...own(), body: 'committee', body_note: text('committee'), purpose: 'consult', about: text('about'), held_on: '2026-04-01', state: 'moved', state_reason: text('moved'), outcome: text('outcome'), created_by, created_at: now }; // prettier-ignore
	await tx.insertInto('political_moment').values(moment).execute();
	await tx.insertInto('political_moment_item').values({ municipality_id, political_moment_id: moment.id, agenda_item_id }).execute(); // prettier-ignore
	const telling = { ...own(), sent: true, told: 1, created_by, created_at: now };
	await tx.insertInto('decision_telling').values(telling).execute();
	const notice = { ...own(), telling_id: telling.id, evidence_id: rows.evidence as string, unreached: 'no_maker', created_at: now }; // prettier-ignore
	await tx.insertInto('decision_notice').values(notice).execute();
	const round = { ...own(), year: 2026, note: text('round'), created_by, created_at: now };
	const past = { ...round, id: newId(), year: 2025, carried_out_at: now };
	await tx.insertInto('adjustment_round').values([round, past]).execute();
	const choice = { ...own(), adjustment_round_id: round.id, agenda_item_id, choice: 'changed', reason: text('why'), title: text('new title'), text: text('new text'), from_version: 1, changed_at: now }; // prettier-ignore
	const carried = { ...choice, id: newId(), adjustment_round_id: past.id, from_version: 1, to_version: 1 }; // prettier-ignore
	await tx.insertInto('adjustment_choice').values([choice, carried]).execute();
	const taken = { withdrawn_at: now, withdrawn_reason: text('withdrawn') };
	const withdrawnRound = { ...round, ...taken, id: newId(), year: 2024 };
	await tx.insertInto('adjustment_round').values(withdrawnRound).execute();
	const withdrawnChoice = { ...choice, ...taken, id: newId(), agenda_item_id: null, choice: 'new' };
	await tx.insertInto('adjustment_choice').values(withdrawnChoice).execute();
	const withdrawnMoment = { ...moment, ...taken, id: newId() };
	await tx.insertInto('political_moment').values(withdrawnMoment).execute();
	return {
		past_round: past.id,
		withdrawn_round: withdrawnRound.id,
		withdrawn_choice: withdrawnChoice.id,
		withdrawn_political_moment: withdrawnMoment.id,
		standpoint: standpoint.id,
		political_moment: moment.id,
		decision_telling: telling.id,
		decision_notice: notice.id,
		adjustment_round: round.id,
		adjustment_choice: choice.id,
	};
}
