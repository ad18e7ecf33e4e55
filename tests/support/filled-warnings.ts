import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Rows } from './filled-world.ts';
import type { TestMunicipality } from './world.ts';

interface Place {
	town: TestMunicipality;
	trajectory_id: string;
	finding: string;
	now: Date;
	text(what: string): string;
}

/** Fills early warnings: a rule of the municipality's own, what it found, what people did with it, and a run. */
export async function fillWarnings(
	tx: Tx,
	{ town, trajectory_id, finding, now, text }: Place,
): Promise<Rows> {
	const municipality_id = town.id;
	const own = () => ({ municipality_id, id: newId() });
	await tx.updateTable('trajectory').set({ area_code: 'WK020299' }).where('id', '=', trajectory_id).execute(); // prettier-ignore
	const content = {
		kind: 'level',
		name: { nl: text('rule'), en: text('rule') },
		why: { nl: text('why'), en: text('why') },
		levels: ['district'],
		leastResidents: null,
		indicators: ['low-income-households'],
		theme: null,
		way: 'unfavourable',
		against: 'municipality',
		difference: 5,
		unit: 'points',
		beyondMargin: 1,
	};
	const id = newId();
	const rule = { municipality_id, id, key: id, content: JSON.stringify(content), changed_at: now };
	await tx.insertInto('warning_rule').values(rule).execute();
	const gone = newId();
	await tx.insertInto('warning_rule').values({ ...rule, id: gone, key: gone, withdrawn_at: now, withdrawn_reason: text('withdrawn rule') }).execute(); // prettier-ignore
	const point = { period: '2020', at: 2020, measured: { value: 31 }, isBreak: false, isProvisional: false, kind: 'register', publisher: text('publisher'), tableId: text('table'), boundaryYear: 2020, seriesId: 1, decimals: 1 }; // prettier-ignore
	const sign = { indicator: 'low-income-households', way: 'higher', points: [point], used: 1, beside: null, difference: 6, margin: null, since: '2020', isSinceStart: true, trend: null }; // prettier-ignore
	const warning = { ...own(), rule_key: rule.key, area_code: 'WK020299', area_name: text('area'), level: 'district', subject: 'low-income-households', themes: ['budgettering'], fingerprint: 'a', details: JSON.stringify({ kind: 'level', ruleName: content.name, saidBy: text('said by'), signs: [sign], counted: 1, residents: null }), found_at: now, changed_at: now }; // prettier-ignore
	await tx.insertInto('warning').values(warning).execute();
	const open = { ...warning, ...own(), subject: 'net-labour-participation' };
	await tx.insertInto('warning').values(open).execute();
	const answered = { ...warning, ...own(), subject: 'good-perceived-health' };
	await tx.insertInto('warning').values(answered).execute();
	const answer = { ...own(), warning_id: answered.id, kind: 'set_aside', reason: text('reason'), fingerprint: 'a', created_by: town.members.analyst.membershipId, created_at: now }; // prettier-ignore
	await tx.insertInto('warning_answer').values(answer).execute();
	const taken = { ...answer, ...own(), warning_id: warning.id, kind: 'finding', trajectory_id, became_id: finding }; // prettier-ignore
	await tx.insertInto('warning_answer').values(taken).execute();
	await tx.insertInto('warning_run').values({ ...own(), found: 2, came: 2, returned: 0, went: 0, at: now }).execute(); // prettier-ignore
	return {
		warning_rule: rule.id,
		warning_rule_key: rule.key,
		withdrawn_rule_key: gone,
		warning: open.id,
		answered_warning: answered.id,
		warning_answer: answer.id,
		taken_warning: warning.id,
		taken_answer: taken.id,
	};
}
