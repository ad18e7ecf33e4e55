import { readFileSync } from 'node:fs';
import type { RefusalReason } from '#features/recognition/recognition.ts';
import type { DecisionKind } from '#features/signals/course.ts';
import type { Text } from './example-file.ts';

/** A moment in the weeks around the first start: the example’s lived world is always of lately. */
export interface ExampleMoment {
	/** Whole weeks before the week of the first start; -1 is the week after it. */
	weeksAgo: number;
	/** 1 is Monday. */
	weekday: number;
	/** `HH:MM`, on the clock of the Netherlands. */
	time: string;
}

/** What everything that somebody handed in has. */
export interface Handed {
	id: string;
	/** The persona that handed it in. */
	by: string;
	moment: ExampleMoment;
	themes: string[];
}

/** A kind and an id of this file: `['observation', 'markt-zaterdag-1']`. */
type Reference = [string, string];

/** One step in the course of a signal: in a meeting, or between two at its own moment. */
export type ExampleStep =
	| {
			kind: DecisionKind;
			meeting: string;
			participant?: string;
			approach?: string;
			text: Text;
	  }
	| { kind: 'reported'; moment: ExampleMoment; text: Text };

/** `examples/geitenkamp/lifeworld.json`: made up as a whole; the README says so, and every text of it. */
export interface ExampleLifeworld {
	mark: Text;
	places: {
		id: string;
		name: Text;
		kind: string;
		longitude: number;
		latitude: number;
		meaning: Text;
	}[];
	observations: (Handed & {
		place: string;
		busy: string;
		who: string[];
		mood: string;
		order: string;
		seen: Text;
		activities: Text | null;
		visibility: string;
		walk: string | null;
		aboutVulnerable: boolean;
	})[];
	walks: (Handed & {
		route: string[];
		companions: Record<string, number>;
		attention: Text;
		summary: Text;
	})[];
	conversations: (Handed & {
		guide: string;
		speakerRole: string | null;
		place: string;
		channel: string;
		askedBy: string;
		enteredFrom: string | null;
		answers: Record<string, Text>;
	})[];
	notes: (Handed & { place: string; shared: boolean; text: Text })[];
	passages: {
		id: string;
		by: string;
		source: Reference;
		part: string;
		words: Text;
		themes: string[];
		side: string | null;
		isQuote: boolean;
	}[];
	signals: (Handed & {
		about: string;
		place: string;
		nature: string;
		heardFrom: string;
		text: Text;
		steps: ExampleStep[];
	})[];
	meetings: {
		id: string;
		moment: ExampleMoment;
		endsAt: string;
		place: Text;
		otherPoints: Text;
		/** Null as long as it was not held. */
		minutes: {
			organisations: string[];
			othersPresent: Text;
			decisions: Text;
			notes: Text;
		} | null;
	}[];
	recognition: {
		opens: ExampleMoment;
		introduction: Text;
		sentences: {
			id: string;
			theme: string;
			text: Text;
			findings: string[];
			sources: Reference[];
			answer: Text | null;
		}[];
		submissions: {
			id: string;
			moment: ExampleMoment;
			reactions: {
				sentence: string;
				kind: string;
				remark: Text | null;
				judged: ExampleMoment | null;
				refused: RefusalReason | null;
			}[];
		}[];
		/** When the sentences that have an answer were answered. */
		answered: ExampleMoment;
	};
}

const file = new URL('../../../examples/geitenkamp/lifeworld.json', import.meta.url);

/** Reads what was made up to show the lived world with. */
export function readLifeworld(): ExampleLifeworld {
	return JSON.parse(readFileSync(file, 'utf8')) as ExampleLifeworld;
}
