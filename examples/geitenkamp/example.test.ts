import { describe, expect, it } from 'vitest';
import { readJson } from '#tests/support/content.ts';

type Source = { evidence: string; section: string };
type Example = {
	organisations: { id: string; sector: string }[];
	personas: { role: string; organisation: string }[];
	trajectory: {
		framework: string;
		preconditions: { id: string; state: string; sources: Source[] }[];
		participants: { organisation: string; sources: Source[] }[];
		phases: { room: string; sources: Source[] }[];
	};
	evidence: { id: string; sectors: string[] }[];
	findings: { id: string; kind: string; themes: string[]; sources: Source[] }[];
	provisions: { themes: string[]; organisations: string[]; answers: string[]; sources: Source[] }[];
	knowledgeNeeds: { themes: string[]; sources: Source[] }[];
	appraisals: unknown[];
	agendaItems: { id: string; findings: string[]; themes: string[]; sources: Source[] }[];
	decisions: { awaited: boolean; list: unknown[] };
	approaches: {
		agendaItems: string[];
		responsible: string;
		takingPart: string[];
		sources: Source[];
	}[];
};

const example = readJson('examples/geitenkamp/example.json') as Example;
const { trajectory } = example;
const idsOf = (list: { id: string }[]) => list.map(({ id }) => id);
const withThemes = [
	...example.findings,
	...example.provisions,
	...example.knowledgeNeeds,
	...example.agendaItems,
];

/** Every object that holds a text in a language, wherever it stands. */
function textsIn(value: unknown): Record<string, unknown>[] {
	if (typeof value !== 'object' || value === null) return [];
	const own = 'nl' in value || 'en' in value ? [value as Record<string, unknown>] : [];
	return [...own, ...Object.values(value).flatMap(textsIn)];
}

describe('the example', () => {
	it('has every text in both languages', () => {
		const texts = textsIn(example);
		expect(texts.length).toBeGreaterThan(100);
		expect(texts.filter(({ nl, en }) => !nl || !en)).toEqual([]);
	});

	it('names a passage of its evidence for everything that it reports', () => {
		const told = [
			...trajectory.participants,
			...trajectory.phases,
			...withThemes,
			...example.approaches,
			...trajectory.preconditions.filter(({ state }) => state !== 'unknown'),
		];
		const evidence = idsOf(example.evidence);
		expect(told.filter(({ sources }) => sources.length === 0)).toEqual([]);
		const cited = told.flatMap(({ sources }) => sources.map((source) => source.evidence));
		expect(cited.filter((id) => !evidence.includes(id))).toEqual([]);
	});

	it('uses only themes of its framework', () => {
		const framework = readJson(`content/frameworks/${trajectory.framework}.json`) as {
			domains: { themes: { id: string }[] }[];
		};
		const themes = framework.domains.flatMap((domain) => idsOf(domain.themes));
		const used = withThemes.flatMap((entry) => entry.themes);
		expect(used.filter((theme) => !themes.includes(theme))).toEqual([]);
	});

	it('refers only to organisations, findings and agenda items that it has', () => {
		const organisations = [
			...example.personas.map(({ organisation }) => organisation),
			...trajectory.participants.map(({ organisation }) => organisation),
			...example.provisions.flatMap((provision) => provision.organisations),
			...example.approaches.flatMap(({ responsible, takingPart }) => [responsible, ...takingPart]),
		];
		const findings = [
			...example.agendaItems.flatMap((item) => item.findings),
			...example.provisions.flatMap(({ answers }) => answers),
		];
		const items = example.approaches.flatMap(({ agendaItems }) => agendaItems);
		const strangers = (used: string[], known: { id: string }[]) =>
			used.filter((id) => !idsOf(known).includes(id));
		expect(strangers(organisations, example.organisations)).toEqual([]);
		expect(strangers(findings, example.findings)).toEqual([]);
		expect(strangers(items, example.agendaItems)).toEqual([]);
	});

	it('has all nine preconditions and one persona for each role', () => {
		const content = readJson('content/preconditions.json') as { preconditions: { id: string }[] };
		expect(idsOf(trajectory.preconditions)).toEqual(idsOf(content.preconditions));
		const roles = example.personas.map(({ role }) => role);
		expect(roles).toHaveLength(7);
		expect(new Set(roles).size).toBe(7);
	});

	it('shows that nobody from safety is at the table, as in the report', () => {
		const present = new Set(trajectory.participants.map(({ organisation }) => organisation));
		const sectors = example.organisations.filter(({ id }) => present.has(id)).map((o) => o.sector);
		expect(sectors).toEqual(
			expect.arrayContaining(['housing', 'care', 'welfare', 'residents', 'municipality']),
		);
		expect(sectors).not.toContain('safety');
	});

	it('invents no appraisal and no decision', () => {
		expect(example.appraisals).toEqual([]);
		expect(example.decisions).toMatchObject({ awaited: true, list: [] });
	});
});
