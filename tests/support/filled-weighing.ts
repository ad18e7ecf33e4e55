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

/** Fills what belongs to weighing and choosing: parties, closings, weights, talk, agreement, solutions. */
export async function fillWeighing(
	tx: Tx,
	{ town, trajectory_id, now, rows, text }: Place,
): Promise<Rows> {
	const municipality_id = town.id;
	const created_by = town.members.process_manager.membershipId;
	const made = () => ({ municipality_id, id: newId(), trajectory_id, created_by, created_at: now });
	const finding_id = rows.finding as string;
	const residents = { ...made(), gathered: text('evening'), people: 23 };
	await tx.insertInto('residents_party').values(residents).execute();
	// Open again: a scoring that stands closed would refuse every score.
	const closing = { municipality_id, id: newId(), trajectory_id, closed_by: created_by, closed_at: now, reopened_by: created_by, reopened_at: now, reopened_reason: text('reopened') }; // prettier-ignore
	await tx.insertInto('weighing_closing').values(closing).execute();
	await tx.insertInto('answered_finding').values({ municipality_id, finding_id, party_id: town.organisations.municipality, trajectory_id, organisation_id: town.organisations.municipality, answered_at: now }).execute(); // prettier-ignore
	const weights = { municipality_id, id: newId(), trajectory_id, weights: JSON.stringify({ urgency: 5 }), reason: text('weights'), number: 1, set_by: created_by, set_at: now }; // prettier-ignore
	await tx.insertInto('criterion_weights').values(weights).execute();
	const discussion = { ...made(), finding_id, criterion: 'importance', note: text('talked') };
	const taken = { withdrawn_at: now, withdrawn_reason: text('withdrawn') };
	const withdrawnDiscussion = { ...discussion, ...taken, id: newId(), criterion: 'potential' };
	await tx.insertInto('score_discussion').values([discussion, withdrawnDiscussion]).execute();
	const agreement = { municipality_id, id: newId(), trajectory_id, priority_id: rows.priority as string, organisation_id: town.organisations.welfare, answer: 'agrees', note: text('agreed'), recorded_by: created_by, recorded_at: now }; // prettier-ignore
	await tx.insertInto('priority_agreement').values(agreement).execute();
	const solution = { ...made(), finding_id, text: text('solution'), proposed_by: text('proposer') };
	const withdrawnSolution = { ...solution, ...taken, id: newId() };
	await tx.insertInto('possible_solution').values([solution, withdrawnSolution]).execute();
	await tx.insertInto('agenda_item_solution').values({ municipality_id, agenda_item_id: rows.agenda_item as string, solution_id: solution.id }).execute(); // prettier-ignore
	const skipped = { ...made(), reason: text('skipped') };
	await tx.insertInto('skipped_questions').values(skipped).execute();
	return {
		residents_party: residents.id,
		weighing_closing: closing.id,
		criterion_weights: weights.id,
		score_discussion: discussion.id,
		discussion: discussion.id,
		withdrawn_discussion: withdrawnDiscussion.id,
		priority_agreement: agreement.id,
		possible_solution: solution.id,
		solution: solution.id,
		withdrawn_solution: withdrawnSolution.id,
		skipped_questions: skipped.id,
	};
}
