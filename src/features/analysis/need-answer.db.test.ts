import { beforeAll, describe, expect, it } from 'vitest';
import { addEvidence } from '#features/evidence/evidence.commands.server.ts';
import { readEvidence } from '#features/evidence/evidence.queries.server.ts';
import { readThread } from '#features/thread/thread.queries.server.ts';
import { Failure } from '#kernel/failure.ts';
import { makePublic } from '#tests/support/findings.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import { changeCitation } from './citation.commands.server.ts';
import { findingPage, readFinding } from './finding-page.queries.server.ts';
import {
	addQuestion,
	answerQuestion,
	passQuestion,
	reopenQuestion,
} from './finding-question.commands.server.ts';
import { addFinding } from './finding.commands.server.ts';
import { analysisForm } from './form.queries.server.ts';
import { addNeed } from './knowledge-need.commands.server.ts';
import { answerNeed, reopenNeed } from './need-answer.commands.server.ts';
import { readNeed } from './need-page.queries.server.ts';
import { usesOfSource } from './source-use.queries.server.ts';
import { listNeeds } from './worklist.queries.server.ts';

let world: World;
beforeAll(async () => {
	world = await testWorld();
});

const welfare = () => world.home.members.professional;
const residents = () => world.home.members.resident_representative;
const trajectoryId = () => world.home.trajectoryId;

async function finding(text = 'Weinig mensen komen buiten.'): Promise<string> {
	const input = { trajectoryId: trajectoryId(), kind: 'risk', text, themes: ['ontmoeting'] };
	return (await world.kernel.run(welfare(), addFinding, input)).id;
}

const ask = async (findingId: string, question = 'Geldt dat ook in het weekend?') =>
	(await world.kernel.run(residents(), addQuestion, { findingId, question })).id;

const page = (findingId: string) => world.kernel.ask(welfare(), findingPage, { findingId });

async function failureOf(attempt: Promise<unknown>): Promise<Failure> {
	const caught = await attempt.then(
		() => null,
		(error: unknown) => error,
	);
	if (!(caught instanceof Failure)) throw new Error('There was no expected failure.');
	return caught;
}

describe('a question about a finding', () => {
	it('is answered by an organisation, and opened again', async () => {
		const findingId = await finding();
		const findingQuestionId = await ask(findingId);
		const count = async () => {
			const { findings } = await world.kernel.ask(welfare(), analysisForm, {
				trajectoryId: trajectoryId(),
			});
			return findings.find(({ id }) => id === findingId)?.openQuestions;
		};
		expect(await count()).toBe(1);
		const answer = { findingQuestionId, version: 1, answer: 'Ja.' };
		await world.kernel.run(welfare(), answerQuestion, answer);
		expect((await page(findingId)).questions).toMatchObject([
			{
				...{ state: 'answered', answer: 'Ja.' },
				...{
					organisationName: residents().organisationName,
					answeredBy: welfare().organisationName,
				},
			},
		]);
		expect(await count()).toBe(0);
		await world.kernel.run(welfare(), reopenQuestion, { findingQuestionId, version: 2 });
		expect((await page(findingId)).questions).toMatchObject([
			{ state: 'open', answer: '', answeredBy: null, version: 3 },
		]);
	});

	it('is seen by those inside only', async () => {
		const findingId = await finding();
		await ask(findingId, 'Kloppt dit wel voor Plantsoen Zuid?');
		await makePublic(world, world.home, ['analysis']);
		const seen = await world.kernel.ask(world.home.visitor, findingPage, { findingId });
		expect(seen.questions).toEqual([]);
		const form = await world.kernel.ask(world.home.visitor, analysisForm, {
			trajectoryId: trajectoryId(),
		});
		expect(form.findings.find(({ id }) => id === findingId)?.openQuestions).toBe(0);
	});

	it('becomes a knowledge need once, and its answer comes back as a source of the finding', async () => {
		const findingId = await finding();
		const findingQuestionId = await ask(findingId);
		const plan = {
			...{ findingQuestionId, version: 1, dueOn: '2026-04-01' },
			...{ method: 'Gaan kijken', whoOrganisationId: world.home.organisations.residents },
		};
		const { id: knowledgeNeedId } = await world.kernel.run(welfare(), passQuestion, plan);
		const again = world.kernel.run(welfare(), passQuestion, { ...plan, version: 2 });
		expect((await failureOf(again)).code).toBe('finding_question.passed_on');
		expect((await page(findingId)).questions).toMatchObject([{ needId: knowledgeNeedId }]);

		const read = () => world.kernel.ask(residents(), readNeed, { knowledgeNeedId });
		expect(await read()).toMatchObject({
			need: { whoOrganisationName: residents().organisationName, state: 'open' },
			askedBy: [{ id: findingId, isCiting: false }],
		});
		const answered = await world.kernel.run(residents(), answerNeed, {
			...{ knowledgeNeedId, version: 1, answer: 'Op zondag zat het vol.' },
			...{ source: 'observation', foundOn: '2026-02', findingIds: [findingId] },
		});
		const evidenceId = answered.evidenceId as string;
		expect(await read()).toMatchObject({
			need: {
				state: 'answered',
				answeredBy: residents().organisationName,
				evidence: { id: evidenceId },
			},
			askedBy: [{ id: findingId, isCiting: true }],
		});
		expect(await world.kernel.ask(welfare(), readEvidence, { evidenceId })).toMatchObject({
			...{ kind: 'observation', visibility: 'participants', happenedPrecision: 'month' },
			...{ title: 'Geldt dat ook in het weekend?', themes: ['ontmoeting'] },
			details: {
				seen: `Op zondag zat het vol.\n\nUitgezocht: Gaan kijken · ${residents().organisationName}`,
			},
		});
		expect((await page(findingId)).questions).toMatchObject([
			{
				state: 'answered',
				answer: 'Op zondag zat het vol.',
				answeredBy: residents().organisationName,
			},
		]);
		const thread = await world.kernel.ask(welfare(), readThread, {
			...{ trajectoryId: trajectoryId(), kind: 'finding', id: findingId },
		});
		expect(thread.evidence).toMatchObject([
			{ id: evidenceId, asked: 'Geldt dat ook in het weekend?' },
		]);
		expect(await world.kernel.ask(welfare(), usesOfSource, { evidenceId })).toMatchObject({
			findings: [{ id: findingId, strength: null }],
			needs: [{ id: knowledgeNeedId, method: 'Gaan kijken', who: residents().organisationName }],
		});
	});
});

describe('an answer', () => {
	const need = async (input: object = {}) => {
		const { id } = await world.kernel.run(welfare(), addNeed, {
			...{ trajectoryId: trajectoryId(), theme: 'sport', question: 'Wie sport er?' },
			...input,
		});
		return id;
	};
	const answer = async (input: object) => {
		const base = { knowledgeNeedId: await need(), version: 1, answer: 'De jeugd.' };
		return world.kernel.run(welfare(), answerNeed, { ...base, ...input });
	};

	it.each([
		['meeting', { summary: expect.stringMatching(/^De jeugd.\n\nUitgezocht: Welzijn/) }],
		[
			'document',
			{
				author: expect.stringMatching(/^Welzijn/),
				summary: expect.stringMatching(/^De jeugd.\n\nUitgezocht: Welzijn/),
			},
		],
	])('as a %s holds what was found and by whom', async (source, details) => {
		const { evidenceId } = await answer({ source });
		const stored = await world.kernel.ask(welfare(), readEvidence, {
			evidenceId: evidenceId as string,
		});
		expect(stored).toMatchObject({ kind: source, details, happenedAt: null });
	});

	it('as a conversation needs who spoke, and keeps question and answer', async () => {
		const failure = await failureOf(answer({ source: 'conversation' }));
		expect(failure.problems).toEqual([{ path: 'speaker', code: 'choose' }]);
		const { evidenceId } = await answer({ source: 'conversation', speaker: 'key-figure' });
		const stored = await world.kernel.ask(welfare(), readEvidence, {
			evidenceId: evidenceId as string,
		});
		expect(stored).toMatchObject({
			details: {
				speaker: 'key-figure',
				answers: [
					{ question: 'Wie sport er?', answer: 'De jeugd.' },
					{ question: 'Hoe is dit uitgezocht?', answer: welfare().organisationName },
				],
			},
		});
	});

	it('may name a source that is there, or none', async () => {
		const { id: evidenceId } = await world.kernel.run(welfare(), addEvidence, {
			...{ trajectoryId: trajectoryId(), kind: 'document', title: 'Sportmonitor' },
		});
		expect(await answer({ source: 'existing', evidenceId })).toMatchObject({ evidenceId });
		expect(await answer({ source: 'none' })).toMatchObject({ evidenceId: null });
		const failure = await failureOf(answer({ source: 'existing' }));
		expect(failure.problems).toEqual([{ path: 'evidenceId', code: 'choose' }]);
	});

	it('goes behind no finding that did not ask', async () => {
		const failure = await failureOf(answer({ source: 'meeting', findingIds: [await finding()] }));
		expect(failure.problems).toEqual([{ path: 'findingIds', code: 'unknown' }]);
	});

	it('opens again with what was written', async () => {
		const { id: knowledgeNeedId, version } = await answer({ source: 'none' });
		await world.kernel.run(welfare(), reopenNeed, { knowledgeNeedId, version });
		const { need: stored } = await world.kernel.ask(welfare(), readNeed, { knowledgeNeedId });
		expect(stored).toMatchObject({ state: 'open', answer: 'De jeugd.' });
	});

	it('is found out by an organisation that takes part, or nobody yet', async () => {
		const elsewhere = need({ whoOrganisationId: world.elsewhere.organisations.welfare });
		expect((await failureOf(elsewhere)).problems).toEqual([
			{ path: 'whoOrganisationId', code: 'unknown' },
		]);
		const ours = await need({
			...{ whoOrganisationId: world.home.organisations.welfare, dueOn: '2026-01-01' },
		});
		const list = (input: object) =>
			world.kernel.ask(welfare(), listNeeds, { trajectoryId: trajectoryId(), ...input });
		expect((await list({ ours: true })).needs.map(({ id }) => id)).toEqual([ours]);
		expect((await list({ late: true })).needs).toMatchObject([{ id: ours, isLate: true }]);
	});
});

describe('how strongly a source supports a finding', () => {
	it('is judged later, by whoever read the newest version', async () => {
		const findingId = await finding();
		const { id: knowledgeNeedId } = await world.kernel.run(welfare(), passQuestion, {
			findingQuestionId: await ask(findingId),
			version: 1,
		});
		const { evidenceId } = await world.kernel.run(welfare(), answerNeed, {
			...{ knowledgeNeedId, version: 1, answer: 'Nee.', source: 'meeting' },
			findingIds: [findingId],
		});
		const judge = (version: number, strength: string) =>
			world.kernel.run(welfare(), changeCitation, {
				...{ findingId, evidenceId, version, strength, note: 'Eén avond.' },
			});
		const read = async () =>
			(await world.kernel.ask(welfare(), readFinding, { findingId })).sources;
		expect(await read()).toMatchObject([{ strength: null, note: '' }]);
		await judge(1, 'contradicts');
		expect(await read()).toMatchObject([{ strength: 'contradicts', note: 'Eén avond.' }]);
		const failure = await failureOf(judge(1, 'strong'));
		expect(failure.code).toBe('changed_meanwhile');
		expect(failure.data).toMatchObject({ current: { strength: 'contradicts', version: 2 } });
	});
});
