import { describe, expect, it } from 'vitest';
import { finding, formWith, framework } from './form.test-data.ts';
import { rowsOf, withFrameworkAround } from './form.ts';
import type { StoredFramework } from './framework.schema.ts';
import { allParts, frameworkInUse } from './framework.ts';
import { namesOf } from './names.ts';
import { placeProblems } from './place.ts';

const stored = (key: '2010' | '2013') => framework(key) as StoredFramework;
function hiding(theme: string): StoredFramework {
	const changed = structuredClone(stored('2013'));
	for (const domain of changed.domains)
		for (const one of domain.themes) if (one.id === theme) one.hidden = true;
	return changed;
}
const themesOf = ({ domains }: { domains: { themes: { id: string }[] }[] }) =>
	domains.flatMap(({ themes }) => themes.map(({ id }) => id));

describe('what a framework offers', () => {
	it('a framework that hides nothing is offered as it is', () => {
		const shipped = frameworkInUse(stored('2013'));
		expect(shipped.domains).toEqual(stored('2013').domains);
		expect(shipped.whole).toBeUndefined();
	});

	it('a hidden theme is not offered, but keeps its name and takes what comes in', () => {
		const used = frameworkInUse(hiding('sport'));
		expect(themesOf(used)).not.toContain('sport');
		expect(namesOf(used, 'nl').theme('sport')).toBe('Sport');
		expect(placeProblems(used, { kind: 'risk', signalKind: null, themes: ['sport'] })).toEqual([]);
	});

	it('a hidden column of findings takes its kinds along', () => {
		const changed = structuredClone(stored('2013'));
		for (const column of changed.columns) if (column.id === 'risk') column.hidden = true;
		const used = frameworkInUse(changed);
		expect(used.findingKinds.map(({ id }) => id)).toEqual(['protective']);
		expect(used.columns.map(({ id }) => id)).not.toContain('risk');
	});

	it('a former framework adds the themes, columns and kinds that the present one lacks, at the side', () => {
		const used = frameworkInUse(stored('2013'), [stored('2010')]);
		expect(themesOf(used)).toEqual(themesOf(stored('2013')));
		const parts = allParts(used);
		expect(parts.domains.at(-1)).toMatchObject({ id: 'outside' });
		expect(parts.domains.at(-1)?.themes.map(({ id }) => id)).toEqual(['persoonlijke-ontwikkeling']);
		expect(parts.columns[0]).toMatchObject({ id: 'signals', aside: 'outside' });
		expect(namesOf(used, 'nl').kind({ kind: 'signal', signalKind: 'chance' })).toBe('Kans');
	});
});

describe('the form', () => {
	it('shows a hidden theme where something stands under it, in its place', () => {
		const used = frameworkInUse(hiding('sport'));
		const empty = withFrameworkAround(formWith({ framework: used }));
		expect(rowsOf(empty).map(({ theme }) => theme.id)).not.toContain('sport');
		const form = withFrameworkAround(
			formWith({ framework: used, findings: [finding({ id: 'a', themes: ['sport'] })] }),
		);
		const rows = rowsOf(form);
		expect(rows.map(({ theme }) => theme.id)).toEqual(themesOf(stored('2013')));
		expect(rows.find(({ theme }) => theme.id === 'sport')?.theme.aside).toBe('hidden');
	});

	it('shows what stands outside the framework in a last domain, with its column', () => {
		const signal = finding({
			id: 'a',
			kind: 'signal',
			signalKind: 'chance',
			themes: ['persoonlijke-ontwikkeling'],
		});
		const used = frameworkInUse(stored('2013'), [stored('2010')]);
		const form = withFrameworkAround(formWith({ framework: used, findings: [signal] }));
		expect(form.framework.domains.map(({ id }) => id)).toEqual(['I', 'II', 'III', 'outside']);
		expect(form.framework.columns.map(({ id }) => id)).toContain('signals');
		expect(rowsOf(form).at(-1)?.findings).toEqual([signal]);
	});

	it('shows even what no framework knows: nothing that was written is left out', () => {
		const form = withFrameworkAround(
			formWith({ findings: [finding({ id: 'a', themes: ['verdwenen'] })] }),
		);
		expect(rowsOf(form).flatMap(({ findings }) => findings)).toHaveLength(1);
	});
});
