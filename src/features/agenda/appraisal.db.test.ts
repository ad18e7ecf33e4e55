import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { addFindings } from '#tests/support/findings.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import { setAppraisal, setAppraisals, setAppraisalTable } from './appraisal.commands.server.ts';
import { listToWeigh, readWeighingSheet } from './appraisal.queries.server.ts';

const world: World = await testWorld();
const { kernel, home, elsewhere } = world;
const { professional, analyst, reader } = home.members;
const { trajectoryId } = home;
let findings: string[];

beforeAll(async () => {
	findings = await addFindings(world, home, ['Weinig ontmoeting', 'Veel verhuizingen', 'Hangplek']);
});

const many = (findingId: string, appraisals: object) => ({ trajectoryId, findingId, appraisals });
const sheet = (findingId: string) =>
	kernel.ask(professional, readWeighingSheet, { trajectoryId, findingId });

describe('appraisal.setMany', () => {
	it('sets the view of the organisation, and a colleague changes it', async () => {
		const [finding = ''] = findings;
		await kernel.run(
			professional,
			setAppraisals,
			many(finding, {
				urgency: { score: '4', reason: 'Het groeit.' },
				importance: { score: 'cannot_judge' },
			}),
		);
		const colleague = await world.addMember(home, 'professional', home.organisations.welfare);
		await kernel.run(
			colleague,
			setAppraisals,
			many(finding, { urgency: { score: 5, reason: 'Het groeit.', version: 1 } }),
		);
		const { own } = await sheet(finding);
		expect(own.map(({ criterion, score, version }) => [criterion, score, version]).sort()).toEqual([
			['importance', null, 1],
			['urgency', 5, 2],
		]);
	});

	it('refuses what a colleague changed since it was read, and says what stands there', async () => {
		const [finding = ''] = findings;
		const late = many(finding, {
			urgency: { score: 1, reason: '', version: 1 },
			potential: { score: 2 },
		});
		await expect(kernel.run(professional, setAppraisals, late)).rejects.toMatchObject({
			code: 'changed_meanwhile',
			data: { current: { urgency: { score: 5, reason: 'Het groeit.', version: 2 } } },
		});
		// Nothing of it was written, not even what nobody else touched.
		expect((await sheet(finding)).own).toHaveLength(2);
	});

	it('names every mistake at once', async () => {
		const [, finding = ''] = findings;
		const wrong = many(finding, {
			urgency: { score: 6 },
			importance: { score: 3, reason: 'Bel 06-12345678' },
		});
		await expect(kernel.run(professional, setAppraisals, wrong)).rejects.toMatchObject({
			problems: [
				{ path: 'appraisals.urgency.score', code: 'too_high' },
				{ path: 'appraisals.importance.reason', code: 'identifies_person' },
			],
		});
		const unknown = many(newId(), {
			'wmo-proof': { score: 3 },
			importance: { reason: 'Zonder cijfer' },
		});
		await expect(kernel.run(professional, setAppraisals, unknown)).rejects.toMatchObject({
			problems: [
				{ path: 'appraisals.wmo-proof', code: 'unknown' },
				{ path: 'appraisals.importance.score', code: 'choose' },
				{ path: 'findingId', code: 'unknown' },
			],
		});
		await expect(kernel.run(professional, setAppraisals, many(finding, {}))).rejects.toMatchObject({
			problems: [{ path: 'appraisals', code: 'required' }],
		});
	});

	it('is carried out once when it is sent twice', async () => {
		const [, finding = ''] = findings;
		const requestId = newId();
		const input = many(finding, { urgency: { score: 2 } });
		const first = await kernel.run(professional, setAppraisals, input, requestId);
		expect(await kernel.run(professional, setAppraisals, input, requestId)).toEqual(first);
		expect((await sheet(finding)).own).toMatchObject([{ score: 2, version: 1 }]);
	});

	it('is not for who only reads, for the program, nor for another municipality', async () => {
		const input = many(findings[0] ?? '', { urgency: { score: 2 } });
		await expect(kernel.run(reader, setAppraisals, input)).rejects.toMatchObject({ status: 403 });
		await expect(kernel.run(home.system, setAppraisals, input)).rejects.toMatchObject({
			code: 'role_not_allowed',
		});
		const stranger = elsewhere.members.professional;
		await expect(kernel.run(stranger, setAppraisals, input)).rejects.toMatchObject({ status: 404 });
	});
});

describe('appraisal.set', () => {
	it('sets one score, and refuses a criterion of another framework', async () => {
		const input = { trajectoryId, findingId: findings[2], criterion: 'urgency', score: 3 };
		await kernel.run(analyst, setAppraisal, input);
		await expect(
			kernel.run(analyst, setAppraisal, { ...input, criterion: 'wmo-proof' }),
		).rejects.toMatchObject({ problems: [{ path: 'criterion', code: 'unknown' }] });
		await expect(
			kernel.run(analyst, setAppraisal, { ...input, score: 4, version: 7 }),
		).rejects.toMatchObject({ code: 'changed_meanwhile' });
	});
});

describe('appraisal.setTable', () => {
	it('sets scores of many findings, keeps reasons, and refuses what a colleague changed', async () => {
		const [first = '', second = ''] = await addFindings(world, home, ['Tabel een', 'Tabel twee']);
		await kernel.run(
			professional,
			setAppraisals,
			many(first, { urgency: { score: 2, reason: 'Om de avond.' } }),
		);
		const table = (findings: object) => ({ trajectoryId, findings });
		const both = table({
			[first]: { urgency: { score: '4', version: '1' }, importance: {} },
			[second]: { urgency: { score: 'cannot_judge' } },
		});
		expect(await kernel.run(professional, setAppraisalTable, both)).toMatchObject({ changed: 2 });
		expect((await sheet(first)).own).toMatchObject([{ score: 4, reason: 'Om de avond.' }]);
		const late = table({ [second]: { potential: { score: 1 } }, [first]: { urgency: { score: 1, version: 1 } } }); // prettier-ignore
		await expect(kernel.run(professional, setAppraisalTable, late)).rejects.toMatchObject({
			data: { current: { [first]: { urgency: { score: 4, version: 2 } } } },
		});
		expect((await sheet(second)).own).toHaveLength(1);
	});

	it('names a finding and a criterion that are not there', async () => {
		const [first = ''] = findings;
		const strange = newId();
		const input = { trajectoryId, findings: { [strange]: {}, [first]: { 'wmo-proof': { score: 1 } } } }; // prettier-ignore
		await expect(kernel.run(professional, setAppraisalTable, input)).rejects.toMatchObject({
			problems: [
				{ path: `findings.${strange}`, code: 'unknown' },
				{ path: `findings.${first}.wmo-proof`, code: 'unknown' },
			],
		});
	});
});

describe('what is left empty', () => {
	it('becomes "cannot judge" when the writer says so, and then the finding is answered', async () => {
		const [finding = ''] = await addFindings(world, home, ['Half ingevuld']);
		const input = { ...many(finding, { urgency: { score: 4 } }), rest: 'on' };
		await kernel.run(professional, setAppraisals, input);
		const { own, isDone } = await sheet(finding);
		expect(own).toHaveLength(7);
		expect(own.filter(({ score }) => score === null)).toHaveLength(6);
		expect(isDone).toBe(true);
	});
});

it('shows how far the own organisation is', async () => {
	const list = await kernel.ask(professional, listToWeigh, { trajectoryId });
	expect(list).toMatchObject({ begun: 5, done: 1, criteria: 7, total: 6, mayAppraise: true });
	expect(list.next).toBe(findings[0]);
	const reading = await kernel.ask(reader, listToWeigh, { trajectoryId });
	expect(reading).toMatchObject({ mayAppraise: false, done: 0 });
});
