import { beforeAll, describe, expect, it } from 'vitest';
import type { FigureDetails } from '#features/evidence/evidence-details.schema.ts';
import { addConversation } from '#features/lifeworld/conversation.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { asOwner } from '#server/database/owner.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import { addFinding } from './finding.commands.server.ts';
import { withdrawNeed } from './knowledge-need.commands.server.ts';
import { readNeed } from './need-page.queries.server.ts';
import { addTensionAnswer, askTension, withdrawTensionAnswer } from './tension.commands.server.ts';
import { listTensions } from './tension.queries.server.ts';

let world: World;
beforeAll(async () => {
	world = await testWorld();
	await addFigure();
});

const writer = () => world.home.members.professional;
const trajectoryId = () => world.home.trajectoryId;

/** Kinder than in the municipality; the catalogue says that this indicator speaks to social networks. */
const details: FigureDetails = {
	...{ seriesId: null, areaCode: 'WK020201', areaName: 'Geitenkamp', boundaryYear: 2024 },
	...{
		measure: 'x',
		indicator: 'lonely',
		title: 'Cijfer',
		value: 40,
		missing: null,
	},
	...{ unit: '', decimals: 0, period: '2024', retrievedAt: '2025-01-01T00:00:00Z' },
	comparison: [{ areaName: 'Arnhem', value: 50, missing: null }],
	...{ table: 't', tableTitle: 't', publisher: 'CBS', licence: 'CC BY 4.0' },
};

async function addFigure(): Promise<void> {
	await asOwner(world.database.owner, (tx) =>
		tx
			.insertInto('evidence')
			.values({
				...{ municipality_id: world.home.id, id: newId(), trajectory_id: trajectoryId() },
				...{ kind: 'figure', title: 'Weinig', details: JSON.stringify(details) },
				organisation_id: world.home.organisations.municipality,
				created_at: world.clock.now(),
			})
			.execute(),
	);
}

async function tell(kind: string, text: string): Promise<string> {
	const { id } = await world.kernel.run(writer(), addConversation, {
		...{ trajectoryId: trajectoryId(), guide: 'resident', answers: { pleasant: 'Weinig.' } },
	});
	const input = { trajectoryId: trajectoryId(), kind, text, themes: ['sociale-netwerken'] };
	const added = await world.kernel.run(writer(), addFinding, { ...input, evidenceIds: [id] });
	return added.id;
}

const list = () => world.kernel.ask(writer(), listTensions, { trajectoryId: trajectoryId() });
const about = () => ({
	...{ trajectoryId: trajectoryId(), theme: 'sociale-netwerken', direction: 'figures_kinder' },
});

describe('figures that are kinder than what people tell', () => {
	it('are asked about, explained with a reason that stays, and asked about again', async () => {
		expect((await list()).tensions).toEqual([]);
		const told = await tell('risk', 'Mensen ontmoeten elkaar weinig.');
		expect((await list()).tensions).toMatchObject([
			{
				theme: 'sociale-netwerken',
				findings: [{ id: told }],
				figures: [{ title: 'Weinig' }],
				answer: null,
			},
		]);
		const text = 'Het cijfer is van voor de sloop.';
		const explained = { ...about(), outcome: 'explained', text };
		const { id } = await world.kernel.run(writer(), addTensionAnswer, explained);
		expect((await list()).tensions).toMatchObject([
			{ answer: { outcome: 'explained', text, organisationName: writer().organisationName } },
		]);
		await expect(world.kernel.run(writer(), addTensionAnswer, explained)).rejects.toMatchObject({
			code: 'tension.answered',
		});
		const back = { tensionAnswerId: id, version: 1 };
		await world.kernel.run(writer(), withdrawTensionAnswer, back);
		expect((await list()).tensions).toMatchObject([{ answer: null }]);
	});

	it('can be put among what is to be found out', async () => {
		const question = 'Waardoor verschilt het?';
		const { id } = await world.kernel.run(writer(), askTension, { ...about(), question });
		expect((await list()).tensions).toMatchObject([
			{ answer: { outcome: 'asked', text: question, needId: id } },
		]);
		const read = () => world.kernel.ask(writer(), readNeed, { knowledgeNeedId: id });
		expect((await read()).need).toMatchObject({
			question,
			theme: 'sociale-netwerken',
			state: 'open',
		});
		await world.kernel.run(writer(), withdrawNeed, {
			...{ knowledgeNeedId: id, version: 1, reason: 'Niet nodig.' },
		});
	});

	it('are no matter for visitors', async () => {
		const asked = world.kernel.ask(world.home.visitor, listTensions, {
			trajectoryId: trajectoryId(),
		});
		await expect(asked).rejects.toMatchObject({ status: 404 });
	});
});
