import { describe, expect, it } from 'vitest';
import { readEvidence } from '#features/evidence/evidence.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { testMoment, testWorld } from '#tests/support/world.ts';
import { addConversation, changeConversation } from './conversation.commands.server.ts';
import { listGuides } from './guides.queries.server.ts';
import { addObservation, changeObservation } from './observation.commands.server.ts';

const { kernel, home, elsewhere } = await testWorld();
const { professional, process_manager, resident_representative, decision_maker } = home.members;
const { trajectoryId } = home;

const seen = {
	place: 'Speeltuin',
	busy: 'normal',
	who: ['children'],
	seen: 'Kinderen spelen samen.',
};
const observation = { trajectoryId, ...seen };
const said = {
	guide: 'resident',
	place: 'Plein',
	channel: 'street',
	answers: { pleasant: 'Het groen.', 'living-here': '' },
};
const conversation = { trajectoryId, ...said };
const get = (evidenceId: string) => kernel.ask(professional, readEvidence, { evidenceId });

describe('an observation', () => {
	it('is of now, in the name of who brought it in, and for participants', async () => {
		const { id } = await kernel.run(professional, addObservation, observation);
		expect(await get(id)).toMatchObject({
			kind: 'observation',
			title: 'Kinderen spelen samen.',
			place: 'Speeltuin',
			happenedAt: new Date(testMoment),
			happenedPrecision: 'minute',
			visibility: 'participants',
			organisationId: professional.organisationId,
			details: { busy: 'normal', who: ['children'], mood: null, order: null },
		});
	});

	it('may be no more than a mark, but not nothing', async () => {
		const quiet = { trajectoryId, place: 'Markt', busy: 'quiet' };
		await kernel.run(professional, addObservation, quiet);
		const nothing = kernel.run(professional, addObservation, { trajectoryId, place: 'Markt' });
		await expect(nothing).rejects.toMatchObject({
			problems: [{ path: 'seen', code: 'nothing_seen' }],
		});
	});

	it('is refused with every problem at once, also what makes a person recognisable', async () => {
		const wrong = {
			...observation,
			place: '',
			busy: 'very',
			happenedTime: '25:00',
			seen: 'Bel 06-12345678.',
		};
		const failure = await kernel.run(professional, addObservation, wrong).catch((e: unknown) => e);
		const { problems } = failure as { problems: { path: string; code: string }[] };
		expect(problems.map(({ path, code }) => [path, code])).toEqual([
			['happenedTime', 'not_a_time'],
			['busy', 'choose'],
			['seen', 'identifies_person'],
			['place', 'required'],
		]);
	});

	it('is stored once when the request is repeated', async () => {
		const id = newId();
		await kernel.run(professional, addObservation, observation, id);
		expect(await kernel.run(professional, addObservation, observation, id)).toEqual({ id });
	});

	it('is changed by its organisation, and by nobody else but who leads', async () => {
		const { id: evidenceId } = await kernel.run(professional, addObservation, observation);
		const change = { evidenceId, version: 1, ...seen, seen: 'Ook ouders.' };
		await expect(
			kernel.run(resident_representative, changeObservation, change),
		).rejects.toMatchObject({ code: 'evidence.not_own' });
		await kernel.run(professional, changeObservation, change);
		expect((await get(evidenceId)).title).toBe('Ook ouders.');
		await expect(kernel.run(process_manager, changeObservation, change)).rejects.toMatchObject({
			code: 'changed_meanwhile',
			data: { current: { title: 'Ook ouders.' } },
		});
	});

	it('is not added by a decision maker, nor in another municipality', async () => {
		await expect(kernel.run(decision_maker, addObservation, observation)).rejects.toMatchObject({
			code: 'role_not_allowed',
		});
		await expect(
			kernel.run(elsewhere.members.professional, addObservation, observation),
		).rejects.toMatchObject({ code: 'not_found' });
	});

	it('takes one statement besides what every command does', async () => {
		const statements: string[] = [];
		const { pool } = kernel;
		const spy = (client: { query: (...parts: never[]) => unknown }) => {
			const original = client.query.bind(client);
			client.query = (...parts: never[]) => {
				const [first] = parts as unknown as [string | { text: string }];
				statements.push(typeof first === 'string' ? first : first.text);
				return original(...parts);
			};
			return () => void (client.query = original);
		};
		const client = await pool.connect();
		const undo = spy(client as never);
		client.release();
		await kernel.run(professional, addObservation, observation);
		undo();
		const own = statements.filter(
			(text) => !/^(BEGIN|COMMIT)|enter_scope|command_record/.test(text),
		);
		expect(own.map((text) => text.split(' ')[0]?.toLowerCase())).toEqual(['select', 'insert']);
	});
});

describe('a conversation', () => {
	it('keeps the questions as they were put, and only those that were answered', async () => {
		const { id } = await kernel.run(professional, addConversation, conversation);
		expect(await get(id)).toMatchObject({
			kind: 'conversation',
			title: 'Het groen.',
			details: {
				speaker: 'resident',
				guide: 'resident',
				guideVersion: 1,
				channel: 'street',
				answers: [
					{ questionId: 'pleasant', question: 'Wat vindt u hier fijn?', answer: 'Het groen.' },
				],
			},
		});
	});

	it('is refused without any answer, with an unknown question or a role that the guide does not have', async () => {
		const wrong = {
			...conversation,
			speakerRole: 'gp',
			answers: { 'no-such': ' ', pleasant: '' },
		};
		await expect(kernel.run(professional, addConversation, wrong)).rejects.toMatchObject({
			problems: [
				{ path: 'speakerRole', code: 'unknown' },
				{ path: 'answers.no-such', code: 'unknown' },
				{ path: 'answers', code: 'no_answer' },
			],
		});
		const guide = { ...conversation, guide: 'nobody' };
		await expect(kernel.run(professional, addConversation, guide)).rejects.toMatchObject({
			problems: [{ path: 'guide', code: 'choose' }],
		});
	});

	it('tells beside which answer a person is recognisable', async () => {
		const answers = { pleasant: 'Mail naar iemand@example.nl' };
		await expect(
			kernel.run(professional, addConversation, { ...conversation, answers }),
		).rejects.toMatchObject({
			problems: [
				{ path: 'answers.pleasant', code: 'identifies_person', params: { what: 'email' } },
			],
		});
	});

	it('keeps its questions when it is changed by someone who reads another language', async () => {
		const { id: evidenceId } = await kernel.run(professional, addConversation, conversation);
		const answers = { pleasant: 'Het groen en de rust.', 'living-here': 'Fijn.' };
		const english = { ...professional, language: 'en' as const };
		await kernel.run(english, changeConversation, { ...said, evidenceId, version: 1, answers });
		expect((await get(evidenceId)).details).toMatchObject({
			answers: [
				{ question: 'What is it like to live here?', answer: 'Fijn.' },
				{ question: 'Wat vindt u hier fijn?', answer: 'Het groen en de rust.' },
			],
		});
	});

	it('is not changed as if it were an observation', async () => {
		const { id: evidenceId } = await kernel.run(professional, addConversation, conversation);
		await expect(
			kernel.run(professional, changeObservation, { evidenceId, version: 1, ...seen }),
		).rejects.toMatchObject({ code: 'not_found' });
	});

	it('goes by the guides of its municipality', async () => {
		const guides = await kernel.ask(professional, listGuides, { trajectoryId });
		expect(guides.guides.map(({ id }) => id)).toEqual(['passer-by', 'resident', 'key-figure']);
		await expect(
			kernel.ask(elsewhere.members.professional, listGuides, { trajectoryId }),
		).rejects.toMatchObject({ code: 'not_found' });
	});
});
