import { beforeAll, describe, expect, it } from 'vitest';
import { addEvidence } from '#features/evidence/evidence.commands.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { makePublic } from '#tests/support/findings.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import { addCitation, removeCitation } from './citation.commands.server.ts';
import { addFinding } from './finding.commands.server.ts';
import { readFinding } from './finding-page.queries.server.ts';
import { findingListPage } from './finding-list.queries.server.ts';
import { analysisForm } from './form.queries.server.ts';
import {
	addNeed,
	changeNeed,
	restoreNeed,
	withdrawNeed,
} from './knowledge-need.commands.server.ts';
import { answerNeed } from './need-answer.commands.server.ts';
import {
	addProvision,
	changeProvision,
	restoreProvision,
	withdrawProvision,
} from './provision.commands.server.ts';

let world: World;
beforeAll(async () => {
	world = await testWorld();
});

const writer = () => world.home.members.professional;
const form = () =>
	world.kernel.ask(writer(), analysisForm, { trajectoryId: world.home.trajectoryId });

describe('the analysis of provision', () => {
	const content = { theme: 'ontmoeting', standing: 'missing', text: 'Niets voor jonge ouders.' };
	const add = (input: object = content) =>
		world.kernel.run(writer(), addProvision, {
			trajectoryId: world.home.trajectoryId,
			...input,
		});

	it('says what is missing, changes with its version kept, leaves and comes back', async () => {
		const { id: provisionId } = await add();
		const change = { provisionId, ...content, standing: 'needed', form: 'intervention' };
		await world.kernel.run(writer(), changeProvision, { ...change, version: 1 });
		const stale = world.kernel.run(writer(), changeProvision, { ...change, version: 1 });
		await expect(stale).rejects.toMatchObject({
			code: 'changed_meanwhile',
			data: { current: { version: 2, standing: 'needed' } },
		});

		const reason = 'Dubbel.';
		await world.kernel.run(writer(), withdrawProvision, { provisionId, version: 2, reason });
		expect((await form()).provisions).toEqual([]);
		await world.kernel.run(writer(), restoreProvision, { provisionId, version: 3 });
		expect((await form()).provisions).toMatchObject([
			{ id: provisionId, standing: 'needed', form: 'intervention', version: 4 },
		]);
	});

	it('refuses a theme outside the framework, and everything else that is wrong, by field', async () => {
		await expect(add({ ...content, theme: 'ruimtevaart' })).rejects.toMatchObject({
			problems: [{ path: 'theme', code: 'unknown_theme' }],
		});
		await expect(add({})).rejects.toMatchObject({
			problems: [{ path: 'theme' }, { path: 'standing' }, { path: 'text' }],
		});
	});
});

describe('a knowledge need', () => {
	const content = { theme: 'sport', question: 'Wie gebruikt het veld?', dueOn: '31-12-2026' };
	const add = () =>
		world.kernel.run(writer(), addNeed, { trajectoryId: world.home.trajectoryId, ...content });
	const needIn = async (id: string) => (await form()).needs.find((need) => need.id === id);

	it('is asked, changed, answered, withdrawn and put back', async () => {
		const { id: knowledgeNeedId } = await add();
		expect(await needIn(knowledgeNeedId)).toMatchObject({
			state: 'open',
			dueOn: '2026-12-31',
			method: '',
		});
		const change = {
			knowledgeNeedId,
			version: 1,
			...content,
			method: 'Gaan kijken',
			who: 'Welzijn',
		};
		await world.kernel.run(writer(), changeNeed, change);
		await world.kernel.run(writer(), answerNeed, {
			knowledgeNeedId,
			version: 2,
			answer: 'De jeugd.',
			source: 'none',
		});
		expect(await needIn(knowledgeNeedId)).toMatchObject({ state: 'answered', answer: 'De jeugd.' });
		const withdrawal = { knowledgeNeedId, version: 3, reason: 'Niet meer nodig.' };
		await world.kernel.run(writer(), withdrawNeed, withdrawal);
		expect(await needIn(knowledgeNeedId)).toBeUndefined();
		await world.kernel.run(writer(), restoreNeed, { knowledgeNeedId, version: 4 });
		expect(await needIn(knowledgeNeedId)).toMatchObject({ state: 'answered' });
	});

	it('is not for a reader to ask, nor for another municipality to answer', async () => {
		const { trajectoryId, members } = world.home;
		const asked = world.kernel.run(members.reader, addNeed, { trajectoryId, ...content });
		await expect(asked).rejects.toMatchObject({ status: 403 });
		const { id: knowledgeNeedId } = await add();
		const stranger = world.elsewhere.members.process_manager;
		const answered = world.kernel.run(stranger, answerNeed, {
			knowledgeNeedId,
			version: 1,
			answer: 'Ja.',
			source: 'none',
		});
		await expect(answered).rejects.toMatchObject({ code: 'not_found' });
	});
});

describe('a source behind a finding', () => {
	const risk = { kind: 'risk', text: 'Weinig mensen gaan naar buiten.', themes: ['ontmoeting'] };
	const finding = (evidenceIds: string[] = []) =>
		world.kernel.run(writer(), addFinding, {
			trajectoryId: world.home.trajectoryId,
			...risk,
			evidenceIds,
		});
	const source = (visibility: string) =>
		world.kernel.run(writer(), addEvidence, {
			trajectoryId: world.home.trajectoryId,
			kind: 'document',
			title: 'Verslag wijkschouw',
			visibility,
		});

	it('is named with the finding, counts in the form, and can be taken away', async () => {
		const [{ id: findingId }, { id: evidenceId }] = [await finding(), await source('participants')];
		const cite = { findingId, evidenceId, note: 'Bladzijde 3.' };
		await world.kernel.run(writer(), addCitation, cite);
		// Again, as another request: it stays one.
		await world.kernel.run(writer(), addCitation, cite);
		expect((await world.kernel.ask(writer(), readFinding, { findingId })).sources).toMatchObject([
			{ id: evidenceId, kind: 'document', note: 'Bladzijde 3.' },
		]);
		expect((await form()).findings.find(({ id }) => id === findingId)?.sources).toEqual([
			evidenceId,
		]);
		await world.kernel.run(writer(), removeCitation, { findingId, evidenceId });
		expect((await world.kernel.ask(writer(), readFinding, { findingId })).sources).toEqual([]);
	});

	it('that its organisation keeps to itself counts for others but stays unnamed', async () => {
		const [{ id: findingId }, { id: evidenceId }] = [await finding(), await source('organisation')];
		await world.kernel.run(writer(), addCitation, { findingId, evidenceId });
		const other = world.home.members.process_manager;
		expect(await world.kernel.ask(other, readFinding, { findingId })).toMatchObject({
			sources: [],
			hiddenSources: 1,
		});
		const theirs = await finding();
		const attempt = world.kernel.run(other, addCitation, { findingId: theirs.id, evidenceId });
		await expect(attempt).rejects.toMatchObject({
			problems: [{ path: 'evidenceId', code: 'unknown' }],
		});
	});

	it('has to exist in this trajectory', async () => {
		const { id: findingId } = await finding();
		const attempt = world.kernel.run(writer(), addCitation, { findingId, evidenceId: newId() });
		await expect(attempt).rejects.toMatchObject({
			problems: [{ path: 'evidenceId', code: 'unknown' }],
		});
	});

	it('can come along with a new finding, in one go and each once', async () => {
		const sources = [(await source('participants')).id, (await source('public')).id];
		const { id: findingId } = await finding([...sources, ...sources]);
		const { sources: named } = await world.kernel.ask(writer(), readFinding, { findingId });
		expect(named.map(({ id }) => id).sort()).toEqual(sources.sort());
	});

	it('that may not be cited keeps the new finding away as well', async () => {
		const before = (await form()).findings.length;
		const hidden = await source('organisation');
		const input = { trajectoryId: world.home.trajectoryId, ...risk, evidenceIds: [hidden.id] };
		const attempts = [
			() => finding([newId()]),
			() => world.kernel.run(world.home.members.process_manager, addFinding, input),
		];
		for (const attempt of attempts)
			await expect(attempt()).rejects.toMatchObject({
				problems: [{ path: 'evidenceIds', code: 'unknown' }],
			});
		expect((await form()).findings).toHaveLength(before);
	});
});

describe('what was withdrawn of provision and knowledge needs', () => {
	it('stands in the list of what was withdrawn, for members, by theme and organisation', async () => {
		const { trajectoryId, visitor, members } = world.home;
		const reason = 'Is er al.';
		const text = 'Geen plek voor jongeren.';
		const { id: provisionId } = await world.kernel.run(writer(), addProvision, {
			...{ trajectoryId, theme: 'ontmoeting', standing: 'missing', text },
		});
		const question = 'Wie komt er in het buurthuis?';
		const { id: knowledgeNeedId } = await world.kernel.run(writer(), addNeed, {
			...{ trajectoryId, theme: 'sport', question },
		});
		await world.kernel.run(writer(), withdrawProvision, { provisionId, version: 1, reason });
		await world.kernel.run(writer(), withdrawNeed, { knowledgeNeedId, version: 1, reason });

		const list = async (input: object, actor: Actor = members.reader) =>
			(await world.kernel.ask(actor, findingListPage, { trajectoryId, ...input })).withdrawn;
		const provision = { id: provisionId, text, withdrawnReason: reason };
		const need = { id: knowledgeNeedId, text: question, withdrawnReason: reason };
		expect(await list({ withdrawn: true })).toMatchObject({
			provisions: [provision],
			needs: [need],
		});
		expect(await list({ withdrawn: true, theme: 'sport' })).toMatchObject({
			provisions: [],
			needs: [need],
		});
		const other = { withdrawn: true, organisationId: world.home.organisations.municipality };
		const nothing = { provisions: [], needs: [] };
		expect(await list(other)).toEqual(nothing);
		expect(await list({})).toEqual(nothing);

		await makePublic(world, world.home, ['analysis']);
		expect(await list({ withdrawn: true }, visitor)).toEqual(nothing);
	});
});
