import type { Reader } from '#server/database/handles.ts';
import { rowsSince, type RowSince } from '#server/database/rows-since.ts';
import { refKinds, type RecordRef, type RefKind } from './section-content.schema.ts';

/** A record that a section rests on: what it says now, and what it said when the sentence was written. */
export interface RecordState {
	kind: RefKind;
	id: string;
	version: number;
	/** What it says now, and what it said at the version that was asked for; null when that is not kept. */
	text: string;
	textBefore: string | null;
	isWithdrawn: boolean;
	withdrawnReason: string;
}

interface Scope {
	municipalityId: string | null;
	trajectoryId: string;
}

/** These records as this reader may see them; those that they may not see are left out. */
export async function recordStates(
	reader: Reader,
	scope: Scope,
	refs: readonly RecordRef[],
): Promise<RecordState[]> {
	const states: RecordState[] = [];
	for (const kind of refKinds) {
		const rows = await rowsSince(reader, kind, scope, refs.filter((one) => one.kind === kind)); // prettier-ignore
		states.push(...rows.map((row) => toState(kind, row)));
	}
	return states;
}

function toState(kind: RefKind, { now, before, ...row }: RowSince): RecordState {
	return { ...row, kind, text: says(kind, now), textBefore: before && says(kind, before) };
}

/** The columns that say what a record is about. */
const columns: Record<RefKind, readonly string[]> = {
	finding: ['text'],
	evidence: ['title', 'place'],
	provision: ['text'],
	knowledge_need: ['question', 'answer'],
	priority: ['reason'],
	agenda_item: ['title', 'text'],
};

function says(kind: RefKind, row: Record<string, unknown>): string {
	const texts = columns[kind].map((name) => row[name]);
	return texts.filter((text) => typeof text === 'string' && text !== '').join(' – ');
}
