import * as v from 'valibot';
import { readJson } from '#tests/support/content.ts';
import type { AnalysisForm, FormFinding, FormNeed, FormSource } from './form.ts';
import { frameworkSchema, type Framework } from './framework.schema.ts';

/** A framework as it is shipped. */
export function framework(key: '2010' | '2013'): Framework {
	return v.parse(frameworkSchema, readJson(`content/frameworks/${key}.json`));
}

/** A form of the 2013 framework with only what is given. */
export function formWith(parts: Partial<AnalysisForm>): AnalysisForm {
	const empty = { findings: [], sources: [], provisions: [], needs: [] };
	return { framework: framework('2013'), ...empty, ...parts };
}

/** A finding about sport, brought by a welfare organisation, without sources, unless said otherwise. */
export function finding(parts: Partial<FormFinding> & { id: string }): FormFinding {
	const { organisationId = 'welfare', organisationName = 'Welzijn' } = parts;
	return {
		kind: 'risk',
		signalKind: null,
		text: 'Het veld ligt er leeg bij.',
		themes: ['sport'],
		organisationId,
		organisationName,
		organisations: [{ id: organisationId, name: organisationName, sector: 'welfare' }],
		isGroup: false,
		members: [],
		sources: [],
		strengths: {},
		hiddenSources: 0,
		createdAt: new Date('2026-03-02T09:00:00Z'),
		opposites: [],
		openQuestions: 0,
		changedAt: new Date('2026-03-02T09:00:00Z'),
		roundId: null,
		version: 1,
		...parts,
	};
}

/** A figure as source, unless said otherwise. */
export function source(parts: Partial<FormSource> & { id: string }): FormSource {
	return {
		kind: 'figure',
		title: 'Cijfer',
		residentVoice: false,
		createdAt: new Date('2026-03-01T09:00:00Z'),
		...parts,
	};
}

/** An open question about sport, unless said otherwise. */
export function need(parts: Partial<FormNeed> & { id: string }): FormNeed {
	return {
		theme: 'sport',
		question: 'Wie gebruikt het veld?',
		method: '',
		who: '',
		whoOrganisationId: null,
		whoOrganisationName: null,
		evidenceId: null,
		dueOn: null,
		state: 'open',
		answer: '',
		organisationId: 'welfare',
		organisationName: 'Welzijn',
		createdAt: new Date('2026-03-02T09:00:00Z'),
		roundId: null,
		version: 1,
		...parts,
	};
}
