import { describe, expect, it } from 'vitest';
import { finding, formWith, need, source } from './form.test-data.ts';
import { filterForm, rowsOf, writersOf } from './form.ts';

const row = (form: ReturnType<typeof formWith>, theme: string) =>
	rowsOf(form).find((one) => one.theme.id === theme);

describe('the rows of the form', () => {
	it('are all themes in the order of the framework, also without anything in them', () => {
		const rows = rowsOf(formWith({}));
		expect(rows).toHaveLength(20);
		expect(rows[0]?.theme.id).toBe('huishouding');
		expect(rows.at(-1)).toMatchObject({ domainId: 'III', findings: [], needs: [] });
	});

	it('show a finding under each of its themes', () => {
		const form = formWith({ findings: [finding({ id: 'a', themes: ['sport', 'cultuur'] })] });
		expect(row(form, 'sport')?.findings).toHaveLength(1);
		expect(row(form, 'cultuur')?.findings).toHaveLength(1);
	});

	it('name each source of a theme once, however many findings rest on it', () => {
		const cited = source({ id: 's' });
		const findings = ['a', 'b'].map((id) => finding({ id, sources: ['s'] }));
		expect(row(formWith({ findings, sources: [cited] }), 'sport')?.sources).toEqual([cited]);
	});
});

describe('the filter of the form', () => {
	const findings = [
		finding({ id: 'a', organisationId: 'housing', organisationName: 'Wonen', hiddenSources: 1 }),
		finding({ id: 'b' }),
	];
	const form = formWith({ findings, needs: [need({ id: 'n' })] });

	it('keeps what one organisation brought', () => {
		const kept = filterForm(form, { organisationId: 'housing', withoutSource: false });
		expect(kept.findings.map(({ id }) => id)).toEqual(['a']);
		expect(kept.needs).toEqual([]);
	});

	it('keeps findings that rest on nothing', () => {
		const kept = filterForm(form, { organisationId: null, withoutSource: true });
		expect(kept.findings.map(({ id }) => id)).toEqual(['b']);
	});

	it('offers every organisation that wrote something, by name', () => {
		expect(writersOf(form).map(({ name }) => name)).toEqual(['Welzijn', 'Wonen']);
	});
});
