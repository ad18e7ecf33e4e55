import { beforeAll, describe, expect, it } from 'vitest';
import criteriaFile from '#content/criteria/2013.json' with { type: 'json' };
import { addCounterweight } from '#features/analysis/counterweight.commands.server.ts';
import { asOwner } from '#server/database/owner.ts';
import { addFindings, makePublic } from '#tests/support/findings.ts';
import { testWorld } from '#tests/support/world.ts';
import { addAgendaItem } from './agenda-item.commands.server.ts';
import { readAgenda, readAgendaItem } from './agenda.queries.server.ts';
import { recordAgreements } from './agreement.commands.server.ts';
import { setAppraisals } from './appraisal.commands.server.ts';
import { readPriorities } from './choosing.queries.server.ts';
import { recordDecision } from './decision.commands.server.ts';
import { recordDiscussion, restoreDiscussion, withdrawDiscussion } from './discussion.commands.server.ts'; // prettier-ignore
import { choosePriority } from './priority.commands.server.ts';
import { listPriorities } from './priority.queries.server.ts';
import { readQuestions } from './questions.queries.server.ts';
import { closeScoring } from './scoring.commands.server.ts';
import {
	addSolution,
	changeSolution,
	restoreSolution,
	skipQuestions,
	takeUpQuestions,
	withdrawSolution,
} from './solution.commands.server.ts';
import { listDisagreements, readRanking } from './weighing.queries.server.ts';
import { setWeights } from './weights.commands.server.ts';
import { listWeights } from './weights.queries.server.ts';

const world = await testWorld();
const { kernel, home, elsewhere } = world;
const { process_manager, professional, resident_representative, reader } = home.members;
const { trajectoryId } = home;
const { welfare, residents, municipality } = home.organisations;
const criteria = criteriaFile.criteria.map(({ id }) => id);
const equal = Object.fromEntries(criteria.map((id) => [id, 3]));
let findings: string[] = [];

/** The score by the first criterion, and by all others. */
const answer = (findingId: string | undefined, first: number, rest: number, reason = '') => ({
	trajectoryId,
	findingId,
	appraisals: Object.fromEntries(
		criteria.map((id, at) => [id, { score: at === 0 ? first : rest, reason: at === 0 ? reason : '' }]), // prettier-ignore
	),
});

beforeAll(async () => {
	findings = await addFindings(world, home, ['Eenzaam', 'Hangplek', 'Lawaai']);
	await kernel.run(professional, setAppraisals, answer(findings[0], 5, 2, 'Het groeit.'));
	await kernel.run(professional, setAppraisals, answer(findings[1], 1, 4));
	await kernel.run(resident_representative, setAppraisals, answer(findings[0], 1, 2, 'Valt mee.'));
	await kernel.run(resident_representative, setAppraisals, answer(findings[1], 1, 4));
	await kernel.run(process_manager, closeScoring, { trajectoryId });
});

describe('weights', () => {
	const order = async () =>
		(await kernel.ask(reader, readRanking, { trajectoryId })).rows.map(({ finding }) => finding.text); // prettier-ignore
	const set = (weights: object, number: number, reason = 'Zo vindt de groep het.') =>
		kernel.run(process_manager, setWeights, { trajectoryId, weights, number, reason });

	it('begin equal, and put the findings in another order once the group sets them', async () => {
		expect(await order()).toEqual(['Hangplek', 'Eenzaam']);
		const heavy = Object.fromEntries(criteria.map((id, at) => [id, at === 0 ? 5 : 0]));
		await set({ ...heavy }, 0);
		expect(await order()).toEqual(['Eenzaam', 'Hangplek']);
		await set(equal, 1, 'Toch gelijk.');
		expect(await order()).toEqual(['Hangplek', 'Eenzaam']);
		expect(await kernel.ask(reader, listWeights, { trajectoryId })).toMatchObject([
			{ number: 2, reason: 'Toch gelijk.', weights: equal, setBy: expect.stringContaining('Gemeente') }, // prettier-ignore
			{ number: 1, weights: heavy },
		]);
	});

	it('are refused when somebody set others meanwhile, when one is missing, and when all are 0', async () => {
		await expect(set(equal, 1)).rejects.toMatchObject({
			code: 'changed_meanwhile',
			data: { current: { number: 2, reason: 'Toch gelijk.' } },
		});
		await expect(set({ urgency: 3, 'wmo-proof': 2 }, 2)).rejects.toMatchObject({
			problems: expect.arrayContaining([
				{ path: 'weights.importance', code: 'choose' },
				{ path: 'weights.wmo-proof', code: 'unknown' },
			]),
		});
		const nothing = Object.fromEntries(criteria.map((id) => [id, 0]));
		await expect(set(nothing, 2)).rejects.toMatchObject({
			problems: [{ path: 'weights', code: 'all_zero' }],
		});
		await expect(set({ ...equal, urgency: 6 }, 2)).rejects.toMatchObject({ status: 400 });
		await expect(
			kernel.run(professional, setWeights, {
				trajectoryId,
				weights: equal,
				number: 2,
				reason: 'x',
			}),
		).rejects.toMatchObject({ code: 'trajectory.not_leading' });
	});
});

describe('where parties differ', () => {
	const list = () => kernel.ask(reader, listDisagreements, { trajectoryId });

	it('shows highest and lowest with their reasons', async () => {
		expect((await list()).rows).toMatchObject([
			{
				finding: { text: 'Eenzaam' },
				criterion: criteria[0],
				distance: 4,
				highest: [{ partyId: welfare, reason: 'Het groeit.' }],
				lowest: [{ partyId: residents, reason: 'Valt mee.' }],
				discussion: null,
			},
		]);
	});

	it('is ticked as talked about with what came of it, once, and the tick can be taken off and put back', async () => {
		const input = { trajectoryId, findingId: findings[0], criterion: criteria[0], note: 'Dag en avond.' }; // prettier-ignore
		const { id } = await kernel.run(process_manager, recordDiscussion, input);
		await expect(kernel.run(process_manager, recordDiscussion, input)).rejects.toMatchObject({
			code: 'discussion.recorded_already',
		});
		expect(await list()).toMatchObject({ discussed: 1, rows: [{ discussion: { id, note: 'Dag en avond.' } }] }); // prettier-ignore
		const taken = { discussionId: id, version: 1, reason: 'Nog niet klaar.' };
		await kernel.run(process_manager, withdrawDiscussion, taken);
		expect(await list()).toMatchObject({ discussed: 0, withdrawn: [{ id }] });
		const { id: anew } = await kernel.run(process_manager, recordDiscussion, input);
		const back = { discussionId: id, version: 2 };
		await expect(kernel.run(process_manager, restoreDiscussion, back)).rejects.toMatchObject({
			code: 'discussion.recorded_already',
		});
		await kernel.run(process_manager, withdrawDiscussion, { ...taken, discussionId: anew });
		expect(await kernel.run(process_manager, restoreDiscussion, back)).toMatchObject({
			version: 3,
		});
	});
});

describe('who agrees with a priority', () => {
	let priorityId: string;
	const choice = { chosenBy: 'core_group', reason: 'Iedereen noemt het.' };
	const agree = (agreements: object) => ({ priorityId, agreements });

	it('has to be said of at least one party, of those who have a voice here', async () => {
		const input = { trajectoryId, findingId: findings[0], ...choice };
		await expect(kernel.run(process_manager, choosePriority, input)).rejects.toMatchObject({
			problems: [expect.objectContaining({ path: 'agreements', code: 'required' })],
		});
		const strange = { [elsewhere.organisations.welfare]: { answer: 'agrees' } };
		await expect(
			kernel.run(process_manager, choosePriority, { ...input, agreements: strange }),
		).rejects.toMatchObject({ problems: [expect.objectContaining({ code: 'unknown' })] });
		const agreements = { [welfare]: { answer: 'agrees' }, residents: { answer: 'absent' } };
		const made = await kernel.run(process_manager, choosePriority, { ...input, agreements });
		priorityId = made.id;
		const [priority] = await kernel.ask(reader, listPriorities, { trajectoryId });
		expect(priority?.agreements).toMatchObject([
			{ organisationId: welfare, answer: 'agrees', version: 1 },
			{ organisationId: null, answer: 'absent', isResidents: true },
		]);
	});

	it('each party says for itself, and nobody for another but who leads', async () => {
		const own = { [welfare]: { answer: 'disagrees', note: 'Eerst het plein.', version: 1 } };
		await kernel.run(professional, recordAgreements, agree(own));
		await expect(
			kernel.run(professional, recordAgreements, agree({ [residents]: { answer: 'agrees' } })),
		).rejects.toMatchObject({ status: 403 });
		await expect(kernel.run(reader, recordAgreements, agree(own))).rejects.toMatchObject({ status: 403 }); // prettier-ignore
		await expect(
			kernel.run(process_manager, recordAgreements, agree({ [welfare]: { answer: 'agrees', version: 1 } })), // prettier-ignore
		).rejects.toMatchObject({ data: { current: { answer: 'disagrees', note: 'Eerst het plein.' } } }); // prettier-ignore
		await kernel.run(process_manager, recordAgreements, agree({ [municipality]: { answer: 'agrees' } })); // prettier-ignore
		const kept = await asOwner(
			world.database.owner,
			(tx) =>
			tx.selectFrom('kept_version').select('content').where('table_name', '=', 'priority_agreement').execute(), // prettier-ignore
		);
		expect(kept).toMatchObject([{ content: { answer: 'agrees' } }]);
	});

	it('the public reads it where the priority is public', async () => {
		await expect(kernel.ask(home.visitor, listPriorities, { trajectoryId })).rejects.toMatchObject({
			status: 404,
		});
		await makePublic(world, home, ['agenda']);
		const [priority] = await kernel.ask(home.visitor, listPriorities, { trajectoryId });
		expect(priority?.agreements).toHaveLength(3);
		await makePublic(world, home, []);
	});

	it('does not change any more once there is a decision; giving back is none', async () => {
		const item = await kernel.run(professional, addAgendaItem, { trajectoryId, title: 'Samen eten', findingIds: [findings[0]] }); // prettier-ignore
		const decision = { agendaItemId: item.id, body: 'college', decidedOn: '2026-02-01' };
		await kernel.run(process_manager, recordDecision, { ...decision, outcome: 'returned' });
		await kernel.run(process_manager, recordAgreements, agree({ [municipality]: { answer: 'absent', version: 1 } })); // prettier-ignore
		await kernel.run(process_manager, recordDecision, { ...decision, outcome: 'adopted' });
		await expect(
			kernel.run(process_manager, recordAgreements, agree({ residents: { answer: 'agrees', version: 1 } })), // prettier-ignore
		).rejects.toMatchObject({ code: 'priority.decided' });
		const { priorities } = await kernel.ask(reader, readPriorities, { trajectoryId });
		expect(priorities[0]?.isDecided).toBe(true);
	});
});

describe('the three questions', () => {
	const ask = (findingId?: string) => kernel.ask(professional, readQuestions, { trajectoryId, findingId }); // prettier-ignore
	let solutionId: string;

	it('take the priorities first and then the risks that stand highest', async () => {
		const { main, others } = await ask();
		expect(main.map(({ finding }) => finding.text)).toEqual(['Eenzaam', 'Hangplek']);
		expect(others.map(({ finding }) => finding.text)).toEqual(['Lawaai']);
	});

	it('show what stands opposite a risk, and possible solutions with who proposed them', async () => {
		const [helps = ''] = await addFindings(world, home, ['Buren groeten elkaar']);
		await asOwner(world.database.owner, (tx) =>
			tx.updateTable('finding').set({ kind: 'protective' }).where('id', '=', helps).execute(),
		);
		await kernel.run(professional, addCounterweight, { findingId: findings[1], oppositeId: helps });
		const input = { trajectoryId, findingId: findings[1], text: 'Een bank', proposedBy: 'Tafel 3' };
		solutionId = (await kernel.run(professional, addSolution, input)).id;
		const { current, protective, next } = await ask(findings[1]);
		expect(protective).toEqual([{ id: helps, text: 'Buren groeten elkaar' }]);
		expect(current?.opposite).toMatchObject([{ id: helps, text: 'Buren groeten elkaar' }]);
		expect(current?.solutions).toMatchObject([{ text: 'Een bank', proposedBy: 'Tafel 3' }]);
		expect(next).toBe(findings[2]);
		const named = { ...input, proposedBy: 'Bel 06-12345678' };
		await expect(kernel.run(professional, addSolution, named)).rejects.toMatchObject({
			problems: [expect.objectContaining({ path: 'proposedBy', code: 'identifies_person' })],
		});
	});

	it('a solution is changed, taken back and put back, with nothing lost', async () => {
		const change = { solutionId, version: 1, text: 'Twee banken', proposedBy: 'Tafel 3' };
		await kernel.run(professional, changeSolution, change);
		await expect(kernel.run(professional, changeSolution, change)).rejects.toMatchObject({
			data: { current: { text: 'Twee banken' } },
		});
		await kernel.run(professional, withdrawSolution, { solutionId, version: 2, reason: 'Dubbel' });
		expect((await ask(findings[1])).withdrawnSolutions).toMatchObject([{ id: solutionId }]);
		await kernel.run(professional, restoreSolution, { solutionId, version: 3 });
		expect((await ask(findings[1])).current?.solutions).toHaveLength(1);
	});

	it('an agenda item keeps which solutions it grew out of', async () => {
		const input = { trajectoryId, title: 'Zitten', findingIds: [findings[1]] };
		const strange = { ...input, solutionIds: [findings[0]] };
		await expect(kernel.run(professional, addAgendaItem, strange)).rejects.toMatchObject({
			problems: [{ path: 'solutionIds', code: 'unknown' }],
		});
		const { id } = await kernel.run(professional, addAgendaItem, { ...input, solutionIds: [solutionId] }); // prettier-ignore
		const read = await kernel.ask(reader, readAgendaItem, { agendaItemId: id });
		expect(read.solutions).toMatchObject([{ id: solutionId, text: 'Twee banken', proposedBy: 'Tafel 3' }]); // prettier-ignore
		expect((await ask(findings[1])).current?.solutions[0]?.itemIds).toEqual([id]);
	});

	it('can be skipped with a reason that stays in sight with the agenda, and taken up after all', async () => {
		const skip = { trajectoryId, reason: 'De raad wil nu kiezen.' };
		await expect(kernel.run(professional, skipQuestions, skip)).rejects.toMatchObject({
			status: 403,
		});
		await kernel.run(process_manager, skipQuestions, skip);
		await expect(kernel.run(process_manager, skipQuestions, skip)).rejects.toMatchObject({
			code: 'questions.skipped',
		});
		const agenda = await kernel.ask(reader, readAgenda, { trajectoryId });
		expect(agenda.skipped).toMatchObject({ reason: 'De raad wil nu kiezen.' });
		await kernel.run(process_manager, takeUpQuestions, { trajectoryId });
		expect((await kernel.ask(reader, readAgenda, { trajectoryId })).skipped).toBeNull();
		await kernel.run(process_manager, skipQuestions, skip);
	});
});
