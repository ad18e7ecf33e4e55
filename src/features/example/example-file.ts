import { readFileSync } from 'node:fs';
import type { SectorId } from '#features/accounts/sector.schema.ts';
import type { Language } from '#locales/messages.ts';

/** A text in both languages. */
export type Text = Record<Language, string>;

/** A moment as the report knows it: `2007`, `2007-06` or `2007-11-15`. */
interface When {
	date: string;
	precision: 'year' | 'month' | 'day';
}

export interface Source {
	evidence: string;
	section: string;
}

/** `examples/geitenkamp/example.json`; its README says what each part holds, its test that it holds it. */
export interface Example {
	mark: Text;
	about: Text;
	municipality: { slug: string; code: string; name: Text };
	organisations: { id: string; sector: SectorId; name: Text; note: Text | null }[];
	personas: { id: string; role: string; organisation: string; name: Text; email: string }[];
	trajectory: {
		slug: string;
		areaCode: string;
		period: { start: When; end: When };
		framework: '2013' | '2010';
		title: Text;
		goals: Text;
		viewOnCooperation: Text;
		preconditions: {
			id: string;
			state: string;
			owner: Text | null;
			date: When | null;
			remark: Text | null;
		}[];
		participants: {
			organisation: string;
			group: string;
			role: Text;
			mandate: string;
			budgetAccess: string;
			remark: Text | null;
		}[];
		phases: {
			id: string;
			room: string;
			name: Text;
			start: When | null;
			end: When | null;
			status: 'planned' | 'busy' | 'done';
		}[];
	};
	evidence: {
		id: string;
		kind: 'document' | 'meeting';
		visibility: string;
		title: Text;
		citation: Text;
		date: When;
		describes: When | null;
		participants: number | null;
		sectors: SectorId[];
		summary: Text;
		reportedIn: Source | null;
	}[];
	findings: {
		id: string;
		kind: 'risk' | 'protective';
		subKind: string | null;
		themes: string[];
		text: Text;
		sources: Source[];
	}[];
	provisions: {
		id: string;
		themes: string[];
		kind: 'basic_provision' | 'intervention';
		organisations: string[];
		name: Text;
		text: Text;
		answers: string[];
		sources: Source[];
	}[];
	knowledgeNeeds: {
		id: string;
		scope: 'area' | 'all-pilots';
		themes: string[];
		question: Text;
		method: Text | null;
		who: Text | null;
		sources: Source[];
	}[];
	agendaItems: {
		id: string;
		number: number;
		title: Text;
		findings: string[];
		themes: string[];
		chosenBy: Text;
		sources: Source[];
	}[];
	approaches: {
		id: string;
		kind: string;
		agendaItems: string[];
		title: Text;
		text: Text;
		intendedResult: Text;
		responsible: string | null;
		takingPart: string[];
		start: When | null;
		end: When | null;
		means: {
			financier: string | null;
			euroCents: number | null;
			hours: number | null;
			remark: Text | null;
		}[];
		sources: Source[];
		progress: { date: When; status: string; text: Text; sources: Source[] }[];
	}[];
}

const folder = new URL('../../../examples/geitenkamp/', import.meta.url);

/** Reads the example that a first start shows. */
export function readExample(): Example {
	return JSON.parse(readFileSync(new URL('example.json', folder), 'utf8')) as Example;
}

/** The names that the file writes with hyphens, as the database knows them (`core-group` → `core_group`). */
export function nameOf<T extends string>(name: string): T {
	return name.replaceAll('-', '_') as T;
}
