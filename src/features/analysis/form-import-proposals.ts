import { scanText } from '#kernel/privacy/scan.ts';
import { newId } from '#kernel/id.ts';
import type { Proposal } from './exchange-match.ts';
import { findingLimit } from './kinds.ts';

/** A line of an import as it is stored. */
export interface NewLine {
	id: string;
	position: number;
	kind: Proposal['kind'];
	file_place: string;
	heading: string;
	text: string;
	theme: string | null;
	slot: string | null;
	entry_table: string | null;
	entry_id: string | null;
	base: Proposal['base'];
	parent_id: string | null;
	problem: string | null;
}

/**
 * Proposals as lines to store. A text that points to a person is not kept as it is: what points is blotted out, and
 * somebody has to word it anew. What is too long to be an entry has to be made shorter.
 */
export function linesOf(proposals: readonly Proposal[]): NewLine[] {
	const ids = new Map(proposals.map((one) => [one, newId()]));
	return proposals.map((one, position) => {
		const { text, hits } = withoutPersons(one.text);
		const problem = problemOf(one, hits);
		// What cannot be taken in as it stands waits to be placed by hand.
		const isHeld = problem !== null && problem !== 'withdrawn';
		return {
			id: ids.get(one) ?? newId(),
			position,
			kind: isHeld ? 'unplaced' : one.kind,
			file_place: one.at.slice(0, 200),
			heading: withoutPersons(one.heading).text.slice(0, 200),
			text,
			theme: one.themeId,
			slot: one.slot,
			entry_table: isHeld ? null : (one.entry?.table ?? null),
			entry_id: isHeld ? null : (one.entry?.id ?? null),
			base: one.base && { version: one.base.version, text: one.base.text, themeId: one.base.themeId, slot: one.base.slot }, // prettier-ignore
			parent_id: one.of ? (ids.get(one.of) ?? null) : null,
			problem,
		};
	});
}

function problemOf({ kind, why, text, wasWithdrawn }: Proposal, hits: string[]): string | null {
	if (kind === 'removed') return null;
	if (hits.length > 0) return `identifies_person:${hits.join(',')}`;
	if (text.length > findingLimit) return 'too_long';
	return why ?? (wasWithdrawn ? 'withdrawn' : null);
}

/** A text as PostgreSQL can keep it, with what points to a person blotted out, and the kinds of what was found. */
function withoutPersons(typed: string): { text: string; hits: string[] } {
	const text = typed.replaceAll('\0', '').toWellFormed().trim();
	const hits = scanText(text);
	let clean = '';
	let from = 0;
	for (const { start, end } of hits) {
		clean += `${text.slice(from, Math.max(from, start))}▮▮▮`;
		from = Math.max(from, end);
	}
	return { text: clean + text.slice(from), hits: [...new Set(hits.map(({ kind }) => kind))] };
}
