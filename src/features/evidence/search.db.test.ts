import { describe, expect, it } from 'vitest';
import {
	addEvidence,
	changeEvidence,
	setVisibility,
	withdrawEvidence,
} from './evidence.commands.server.ts';
import { listEvidence } from './evidence.queries.server.ts';
import { testWorld } from '#tests/support/world.ts';

const { kernel, home, elsewhere } = await testWorld();
const { professional, resident_representative: resident, process_manager: manager } = home.members;
const { trajectoryId } = home;

async function told(title: string, summary = '', by = professional): Promise<string> {
	const input = { kind: 'document' as const, trajectoryId, title, details: { summary } };
	const { id } = await kernel.run(by, addEvidence, input);
	return id as string;
}
const find = async (search: string, who = professional) => {
	const { items, search: made } = await kernel.ask(who, listEvidence, { trajectoryId, search });
	return { titles: items.map(({ title }) => title).toSorted(), made };
};

await told('Avond op het plein', 'Rond het bankje staan jongeren op straat te praten.');
await told('Speeltuinen in de wijk', 'De speeltuin is kapot en er ligt zwerfvuil.');
await told('Fietsenstalling', 'Café De Hoek wil meer plek.');

describe('searching', () => {
	it('finds words in any form, whatever capitals and accents', async () => {
		expect((await find('PLEINEN')).titles).toEqual(['Avond op het plein']);
		expect((await find('speeltuinen kapotte')).titles).toEqual(['Speeltuinen in de wijk']);
		expect((await find('cafe')).titles).toEqual(['Fietsenstalling']);
	});

	it('wants every word, and finds longer words that begin with one', async () => {
		expect((await find('plein zwerfvuil')).titles).toEqual([]);
		expect((await find('fiets')).titles).toEqual(['Fietsenstalling']);
	});

	it('knows other ways to say the same', async () => {
		expect((await find('hangjeugd')).titles).toEqual(['Avond op het plein']);
		expect((await find('troep')).titles).toEqual(['Speeltuinen in de wijk']);
	});

	it('finds what is nearest when nobody wrote a word, and says so', async () => {
		const { titles, made } = await find('fietsnstalling');
		expect(titles).toEqual(['Fietsenstalling']);
		expect(made?.instead).toEqual([{ typed: 'fietsnstalling', found: ['fietsenstall'] }]);
		expect((await find('bankje')).made?.instead).toEqual([]);
	});

	it('tells words that are too ordinary from words that are not there', async () => {
		expect((await find('de het een')).made?.isTooOrdinary).toBe(true);
		const { titles, made } = await find('xylofoon');
		expect(titles).toEqual([]);
		expect(made?.isTooOrdinary).toBe(false);
	});

	it('follows what changes, is withdrawn, and is not part of what was', async () => {
		const id = await told('Tijdelijk', 'Over de kermis.');
		const changed = { evidenceId: id, version: 1, kind: 'document' as const, title: 'Tijdelijk' };
		await kernel.run(professional, changeEvidence, {
			...changed,
			details: { summary: 'Over de markt.' },
		});
		expect((await find('kermis')).titles).toEqual([]);
		expect((await find('markt')).titles).toEqual(['Tijdelijk']);
		await kernel.run(professional, withdrawEvidence, {
			evidenceId: id,
			version: 2,
			reason: 'Klopt niet.',
		});
		expect((await find('markt')).titles).toEqual([]);
	});

	it('never tells a word of a source that is hidden, also not as what was perhaps meant', async () => {
		const id = await told('Besloten', 'Over de zonnewijzer.');
		await kernel.run(professional, setVisibility, {
			evidenceId: id,
			version: 1,
			visibility: 'organisation',
		});
		expect((await find('zonnewijzer')).titles).toEqual(['Besloten']);
		for (const who of [manager, resident]) {
			expect((await find('zonnewijzer', who)).titles).toEqual([]);
			const { titles, made } = await find('zonnewijzr', who);
			expect(titles).toEqual([]);
			expect(made?.instead).toEqual([]);
		}
		const other = kernel.ask(elsewhere.members.professional, listEvidence, {
			trajectoryId,
			search: 'plein',
		});
		await expect(other).rejects.toMatchObject({ code: 'not_found' });
	});

	it('takes signs of the search language for what they are: no words', async () => {
		for (const typed of ["' OR 1=1 --", '%', '& | ! :*', '\\']) await find(typed);
		expect((await find('plein & !bankje')).titles).toEqual(['Avond op het plein']);
	});
});
