import type { Language } from '#locales/messages.ts';
import { togetherTexts } from '#locales/analysis-together.ts';
import { threadTexts } from '#locales/thread.ts';
import {
	agendaNode,
	approachNode,
	evidenceNode,
	findingNode,
	resultId,
	resultNode,
	type ThreadNode,
} from './thread-node.ts';
import { stepPath } from './thread-paths.ts';
import type { Thread, ThreadKind } from './thread.ts';

export type ColumnName = 'evidence' | 'findings' | 'agendaItems' | 'approaches' | 'results';

/** A line from a step in the column before (its place from the top, 0 to 100) to one in this column. */
export interface ThreadLine {
	from: number;
	to: number;
}

export interface ThreadColumn {
	name: ColumnName;
	label: string;
	nodes: ThreadNode[];
	/** Steps beyond the first few; they have no lines. */
	more: ThreadNode[];
	moreLabel: string;
	lines: ThreadLine[];
	/** What to say where there is nothing. */
	empty: string;
}

/** How many steps of a column stand side by side with lines; the others are listed below. */
export const mostShown = 6;

/** The thread as columns of steps with lines between them, in the reader's language. */
export function threadColumns(
	thread: Thread,
	trajectory: string,
	language: Language,
): ThreadColumn[] {
	const t = threadTexts[language];
	const to = (kind: ThreadKind, id: string) => stepPath(trajectory, kind, id);
	const isBelow = (...kinds: ThreadKind[]) => kinds.includes(thread.from.kind);
	const hasHidden = thread.findings.some(({ hidden }) => hidden > 0);
	const approaches = thread.approaches.slice(0, mostShown);
	const all: [ColumnName, ThreadNode[], string][] = [
		[
			'evidence',
			thread.evidence.map((step) =>
				evidenceNode(step, to('evidence', step.id), language, supportOf(step.id, thread, language)),
			),
			hasHidden ? '' : t.noEvidence,
		],
		[
			'findings',
			thread.findings.map((step) => findingNode(step, to('finding', step.id), language)),
			isBelow('evidence') ? t.noFindings : t.noFindingsBelow,
		],
		[
			'agendaItems',
			thread.agendaItems.map((step) => agendaNode(step, to('agendaItem', step.id), language)),
			isBelow('approach') ? t.noAgendaItemsBelow : t.noAgendaItems,
		],
		[
			'approaches',
			thread.approaches.map((step) =>
				approachNode(step, to('approach', step.id), language, beganWithSignal(step.id, thread)),
			),
			t.noApproaches,
		],
		[
			'results',
			approaches.map((step) => resultNode(step, to('approach', step.id), language)),
			t.noResults,
		],
	];
	const links = [...thread.links, ...approaches.map(({ id }) => ({ from: id, to: resultId(id) }))];
	const marked = all.map(([name, nodes, empty]) => ({
		name,
		empty,
		nodes: nodes.map((node) => ({ ...node, isHere: node.id === thread.from.id })),
	}));
	return marked.map(({ name, nodes, empty }, index) => {
		const before = marked[index - 1]?.nodes ?? [];
		const shown = nodes.slice(0, mostShown);
		return {
			name,
			label: t[name],
			nodes: shown.map((node) => withOrigin(node, before, links)),
			more: nodes.slice(mostShown),
			moreLabel: name === 'results' ? '' : t.more[name](nodes.length - mostShown),
			lines: linesBetween(before.slice(0, mostShown), shown, links),
			empty,
		};
	});
}

/** How strongly a source supports the one finding there is; of more findings only that it contradicts one. */
function supportOf(id: string, { links, findings }: Thread, language: Language): string {
	const given = links.flatMap(({ from, strength }) => (from === id && strength ? [strength] : []));
	const [first] = given;
	if (findings.length === 1 && first) return togetherTexts[language].strengths[first];
	return given.includes('contradicts') ? threadTexts[language].contradictsOne : '';
}

/** Whether a signal became this approach: no line can show it, for it passes by the columns between. */
function beganWithSignal(id: string, { links, evidence }: Thread): boolean {
	return links.some(({ from, to }) => to === id && evidence.some((step) => step.id === from));
}

/** Lines between two columns; every step stands in the middle of an equal share of its column's height. */
export function linesBetween(
	before: readonly { id: string }[],
	after: readonly { id: string }[],
	links: readonly { from: string; to: string }[],
): ThreadLine[] {
	return links.flatMap(({ from, to }) => {
		const [left, right] = [
			before.findIndex(({ id }) => id === from),
			after.findIndex(({ id }) => id === to),
		];
		if (left < 0 || right < 0) return [];
		return [{ from: middle(left, before.length), to: middle(right, after.length) }];
	});
}

function middle(place: number, count: number): number {
	return Math.round(((place + 0.5) / count) * 10_000) / 100;
}

function withOrigin(node: ThreadNode, before: ThreadNode[], links: Thread['links']): ThreadNode {
	if (before.length < 2) return node;
	const origins = new Set(links.filter(({ to }) => to === node.id).map(({ from }) => from));
	return { ...node, from: before.filter(({ id }) => origins.has(id)).map(({ title }) => title) };
}
