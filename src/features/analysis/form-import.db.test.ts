import { mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTrajectory } from '#features/trajectory/trajectory.commands.server.ts';
import { addParticipant } from '#features/trajectory/participant.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { systemClock } from '#kernel/clock.ts';
import { runtime, setRuntime } from '#server/runtime.ts';
import { readCsv, writeCsv } from '#server/spreadsheets/csv.ts';
import { keepUpload } from '#server/uploads.server.ts';
import { testWorld } from '#tests/support/world.ts';
import { exchangeCsv } from './exchange-csv.ts';
import { outgoingForm } from './exchange-out.ts';
import { addFinding, changeFinding, withdrawFinding } from './finding.commands.server.ts';
import { analysisForm } from './form.queries.server.ts';
import { placeLine } from './form-import-line.commands.server.ts';
import {
	approveFormImport,
	leaveFormImport,
	receiveFormImport,
	resumeFormImport,
	withdrawFormImport,
} from './form-import.commands.server.ts';
import { listFormImports, readFormImport } from './form-import.queries.server.ts';

// What was replaced before a form went out is told by the clock of the database.
const world = await testWorld(systemClock);
const { home, kernel } = world;
const professional = home.members.professional;
const manager = home.members.process_manager;

beforeAll(() => {
	const dataDir = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-import-'));
	mkdirSync(dataDir, { recursive: true });
	setRuntime({ ...runtime(), config: { ...runtime().config, dataDir } });
});

let trajectoryId = '';
let year = 2030;
let findings: string[] = [];
/** Three findings about sport, in a trajectory of its own for every test. */
beforeEach(async () => {
	year += 1;
	({ id: trajectoryId } = await kernel.run(manager, startTrajectory, {
		areaName: 'Sportbuurt',
		startYear: year,
		endYear: year + 4,
	}));
	await kernel.run(manager, addParticipant, {
		trajectoryId,
		organisationId: home.organisations.welfare,
		part: 'core_group',
	});
	findings = [];
	for (const text of ['Het veld is leeg', 'De club groeit snel', 'Er is geen trainer'])
		findings.push((await kernel.run(manager, addFinding, { trajectoryId, kind: 'risk', text, themes: ['sport', 'cultuur'] })).id); // prettier-ignore
});

type Rows = string[][];

/** The form as it goes out now, as rows of CSV; column 2 are the risks. */
async function out(): Promise<Rows> {
	const form = await kernel.ask(manager, analysisForm, { trajectoryId });
	const trajectory = { id: trajectoryId, areaName: 'Sportbuurt' };
	return readCsv(exchangeCsv(outgoingForm(form, trajectory, { isFilled: true, language: 'nl', at: new Date() }))); // prettier-ignore
}

async function receive(rows: Rows, organisationId = home.organisations.welfare) {
	const id = newId();
	const bytes = Buffer.from(writeCsv(rows));
	await keepUpload(id, 1, 'schema.csv', (async function* () { yield bytes; })()); // prettier-ignore
	return kernel.run(professional, receiveFormImport, { trajectoryId, organisationId }, id);
}

const read = (formImportId: string, view: 'open' | 'all' = 'all') =>
	kernel.ask(professional, readFormImport, { formImportId, view });
const linesIn = async (id: string) =>
	(await read(id)).lines.items.map(({ kind, text, state }) => [kind, text, state].join(' | '));
const texts = async () =>
	(await kernel.ask(manager, analysisForm, { trajectoryId })).findings.map(({ text }) => text);
/** Rows with the text of a cell replaced. */
const edited = (rows: Rows, from: string, to: string) =>
	rows.map((row) => row.map((one) => (one === from ? to : one)));
const row = (theme: string, risk: string, sources = '') => ['', theme, risk, '', sources, '', '', '']; // prettier-ignore

describe('a form that came back', () => {
	test('as it went out proposes nothing', async () => {
		const { id, proposals } = await receive(await out());
		expect(proposals).toBe(0);
		expect((await read(id)).about).toMatchObject({ unchanged: 3, open: 0, isForeign: false });
	});

	test('changes nothing until somebody approves, and then in the name of who filled it in', async () => {
		const rows = [...edited(await out(), 'Het veld is leeg', 'Het veld is kaal'), row('Sport', 'De gymzaal is dicht')]; // prettier-ignore
		const { id } = await receive(rows);
		expect(await linesIn(id)).toEqual([
			'changed | Het veld is kaal | open',
			'new | De gymzaal is dicht | open',
		]);
		expect(await texts()).not.toContain('Het veld is kaal');
		expect(await kernel.run(manager, approveFormImport, { formImportId: id, all: true })).toMatchObject({ approved: 2, waiting: 0 }); // prettier-ignore
		const form = await kernel.ask(manager, analysisForm, { trajectoryId });
		const added = form.findings.find(({ text }) => text === 'De gymzaal is dicht');
		expect(added).toMatchObject({ organisationId: home.organisations.welfare, themes: ['sport'] });
		const changed = form.findings.find(({ text }) => text === 'Het veld is kaal');
		// The other themes and who brought it stay.
		expect(changed).toMatchObject({ id: findings[0], version: 2, themes: ['sport', 'cultuur'], organisationId: home.organisations.municipality }); // prettier-ignore
	});

	test('is read in once: the same file again leads to what was read in', async () => {
		const rows = [...(await out()), row('Sport', 'De gymzaal is dicht')];
		const first = await receive(rows);
		expect(await receive(rows)).toEqual({ id: first.id, isKnown: true, proposals: 0 });
		const { imports } = await kernel.ask(professional, listFormImports, { trajectoryId });
		expect(imports).toMatchObject([{ id: first.id, open: 1, fileName: 'schema.csv' }]);
	});

	test('doubles nothing: approved twice, or once more in another file', async () => {
		const rows = [...(await out()), row('Sport', 'De gymzaal is dicht')];
		const first = await receive(rows);
		await kernel.run(manager, approveFormImport, { formImportId: first.id, all: true });
		const again = await kernel.run(manager, approveFormImport, { formImportId: first.id, all: true }); // prettier-ignore
		expect(again).toMatchObject({ approved: 0 });
		const second = await receive([...rows, row('Cultuur', '')]);
		expect(second).toMatchObject({ isKnown: false, proposals: 0 });
		expect((await texts()).filter((text) => text === 'De gymzaal is dicht')).toHaveLength(1);
	});

	test('doubles nothing where two files propose the same before either was approved', async () => {
		const rows = [...(await out()), row('Sport', 'De gymzaal is dicht')];
		const first = await receive(rows);
		const second = await receive([...rows, row('Cultuur', 'Het koor stopt')]);
		await kernel.run(manager, approveFormImport, { formImportId: first.id, all: true });
		await kernel.run(manager, approveFormImport, { formImportId: second.id, all: true });
		expect((await texts()).filter((text) => text === 'De gymzaal is dicht')).toHaveLength(1);
	});

	test('what was taken in and worded otherwise since is not proposed again', async () => {
		const rows = [...(await out()), row('Sport', 'De gymzaal is dicht')];
		const { id } = await receive(rows);
		await kernel.run(manager, approveFormImport, { formImportId: id, all: true });
		const form = await kernel.ask(manager, analysisForm, { trajectoryId });
		const added = form.findings.find(({ text }) => text === 'De gymzaal is dicht')!;
		await kernel.run(manager, changeFinding, { findingId: added.id, version: 1, kind: 'risk', text: 'De gymzaal is al een jaar dicht', themes: ['sport'] }); // prettier-ignore
		expect(await receive([...rows, row('Cultuur', '')])).toMatchObject({ proposals: 0 });
	});
});

describe('what others changed meanwhile', () => {
	test('is not replaced without a look at it', async () => {
		const rows = edited(await out(), 'Het veld is leeg', 'Het veld is kaal');
		const { id } = await receive(rows);
		const change = { findingId: findings[0], kind: 'risk', themes: ['sport', 'cultuur'] };
		await kernel.run(manager, changeFinding, { ...change, version: 1, text: 'Het veld wordt gebruikt' }); // prettier-ignore
		expect(await kernel.run(manager, approveFormImport, { formImportId: id, all: true })).toMatchObject({ approved: 0, waiting: 1 }); // prettier-ignore
		const [line] = (await read(id)).lines.items;
		expect(line).toMatchObject({ isConflict: true, current: { text: 'Het veld wordt gebruikt', version: 2 }, base: { text: 'Het veld is leeg' } }); // prettier-ignore
		// Seen, and then changed once more: what was seen is not what stands there.
		await kernel.run(manager, changeFinding, { ...change, version: 2, text: 'Het veld is vol' });
		const choice = { formImportId: id, lines: [line!.choice] };
		expect(await kernel.run(manager, approveFormImport, choice)).toMatchObject({ waiting: 1 });
		const [seen] = (await read(id)).lines.items;
		await kernel.run(manager, approveFormImport, { formImportId: id, lines: [seen!.choice] });
		expect(await texts()).toContain('Het veld is kaal');
	});

	test('and the file did not is no proposal', async () => {
		const rows = await out();
		await kernel.run(manager, changeFinding, { findingId: findings[0], version: 1, kind: 'risk', text: 'Het veld wordt gebruikt', themes: ['sport'] }); // prettier-ignore
		await kernel.run(manager, withdrawFinding, { findingId: findings[1], version: 1, reason: 'Klopt niet' }); // prettier-ignore
		expect(await receive(rows)).toMatchObject({ proposals: 0 });
	});
});

describe('what is taken out', () => {
	test('is only taken out when somebody ticks it', async () => {
		const rows = (await out()).filter((one) => !one.includes('Er is geen trainer'));
		const { id } = await receive(rows);
		expect(await linesIn(id)).toEqual(['removed | Er is geen trainer | open']);
		await kernel.run(manager, approveFormImport, { formImportId: id, all: true });
		expect(await texts()).toContain('Er is geen trainer');
		const [line] = (await read(id)).lines.items;
		await kernel.run(manager, approveFormImport, { formImportId: id, lines: [line!.choice] });
		expect(await texts()).not.toContain('Er is geen trainer');
	});
});

describe('what has no place', () => {
	test('is kept, and can be placed by hand, left, and taken up again', async () => {
		const { id } = await receive([...(await out()), row('Duiven', 'Er zijn er veel')]);
		const [line] = (await read(id)).lines.items;
		expect(line).toMatchObject({ kind: 'unplaced', problem: 'theme', heading: 'Duiven', state: 'open' }); // prettier-ignore
		await kernel.run(professional, leaveFormImport, { formImportId: id, lines: [line!.id] });
		expect((await read(id, 'open')).lines.items).toEqual([]);
		await kernel.run(professional, resumeFormImport, { formImportId: id, lines: [line!.id] });
		const [open] = (await read(id)).lines.items;
		const place = { formImportLineId: line!.id, version: open!.version, theme: 'leefomgeving-wonen', slot: 'risk', text: 'Er zijn veel duiven' }; // prettier-ignore
		await kernel.run(professional, placeLine, place);
		await kernel.run(professional, approveFormImport, { formImportId: id, all: true });
		expect(await texts()).toContain('Er zijn veel duiven');
	});

	test('what points to a person is blotted out and has to be worded anew; the rest goes on', async () => {
		const { id } = await receive([...(await out()), row('Sport', 'Bel de trainer: 06-12345678'), row('Sport', 'De gymzaal is dicht')]); // prettier-ignore
		expect(await linesIn(id)).toEqual([
			'unplaced | Bel de trainer: ▮▮▮ | open',
			'new | De gymzaal is dicht | open',
		]);
		const [line] = (await read(id)).lines.items;
		expect(line!.problem).toBe('identifies_person:phone');
		const place = { formImportLineId: line!.id, version: 1, theme: 'sport', slot: 'risk' };
		await expect(kernel.run(professional, placeLine, { ...place, text: 'Bel 06-12345678' })).rejects.toMatchObject({ code: 'input.invalid' }); // prettier-ignore
		await kernel.run(professional, placeLine, { ...place, text: 'De trainer is vaak te bellen' });
	});
});

test('a source that is named becomes a document behind the finding that it is named with', async () => {
	const { id } = await receive([...(await out()), row('Sport', 'De gymzaal is dicht', 'Brief van de school')]); // prettier-ignore
	expect(await linesIn(id)).toEqual([
		'new | De gymzaal is dicht | open',
		'source | Brief van de school | open',
	]);
	await kernel.run(professional, approveFormImport, { formImportId: id, all: true });
	const form = await kernel.ask(manager, analysisForm, { trajectoryId });
	const added = form.findings.find(({ text }) => text === 'De gymzaal is dicht')!;
	expect(form.sources).toMatchObject([{ id: added.sources[0], kind: 'document', title: 'Brief van de school' }]); // prettier-ignore
	expect(await receive(await out())).toMatchObject({ proposals: 0 });
});

describe('undoing', () => {
	test('withdraws what was added, puts back what was changed or taken out, and leaves what others went on with', async () => {
		const before = await texts();
		const rows = edited(await out(), 'Het veld is leeg', 'Het veld is kaal').filter((one) => !one.includes('Er is geen trainer')); // prettier-ignore
		const { id } = await receive([...rows, row('Sport', 'De gymzaal is dicht', 'Brief van de school'), row('Sport', 'Er is een sporthal nodig')]); // prettier-ignore
		const { lines } = await read(id);
		await kernel.run(manager, approveFormImport, { formImportId: id, lines: lines.items.map(({ choice }) => choice) }); // prettier-ignore
		const form = await kernel.ask(manager, analysisForm, { trajectoryId });
		const hall = form.findings.find(({ text }) => text === 'Er is een sporthal nodig')!;
		await kernel.run(manager, changeFinding, { findingId: hall.id, version: 1, kind: 'risk', text: 'Een sporthal ontbreekt', themes: ['sport'] }); // prettier-ignore
		expect(await kernel.run(manager, withdrawFormImport, { formImportId: id })).toMatchObject({ undone: 4, kept: 1 }); // prettier-ignore
		expect(await texts()).toEqual([...before, 'Een sporthal ontbreekt']);
		// And it can be approved again.
		await kernel.run(manager, approveFormImport, { formImportId: id, all: true });
		expect(await texts()).toContain('De gymzaal is dicht');
	});
});

test('only an organisation that takes part can be named', async () => {
	await expect(receive(await out(), home.organisations.residents)).rejects.toMatchObject({
		code: 'input.invalid',
	});
});

test('ten thousand new rows are taken in', async () => {
	const many = Array.from({ length: 10_000 }, (_, index) => row('Sport', `Bevinding nummer ${index} over de velden`)); // prettier-ignore
	const { id, proposals } = await receive([...(await out()), ...many]);
	expect(proposals).toBe(10_000);
	expect(await kernel.run(manager, approveFormImport, { formImportId: id, all: true })).toMatchObject({ approved: 10_000, waiting: 0 }); // prettier-ignore
}, 60_000);
