import type { RecordRef, RefKind, SectionContent, Sentence } from './section-content.schema.ts';
import { splitSentences } from '#ui/sentence-split.ts';

/** Which mark stands for which record, while somebody writes: `[1]` for a source, `{B3}` for a finding. */
export type Marks = Readonly<Record<string, RecordRef>>;

/** The letter of each kind of record; a source has none, it looks as it does in the report. */
const letters: Record<Exclude<RefKind, 'evidence'>, string> = {
	finding: 'B',
	provision: 'A',
	knowledge_need: 'K',
	priority: 'S',
	agenda_item: 'P',
};

/** What does not stand against the mark before it. */
const beginsWord = /^[\p{L}\p{N}“‘(]/u;

const markPattern = /\[\d{1,4}\]|\{[A-Z]\d{1,4}\}/g;

/**
 * Gives every record a mark, in their order. `known` are marks that somebody writes with already: they stay what they
 * are, whatever was added to the form since.
 */
export function numberMarks(records: readonly RecordRef[], known: Marks = {}): Marks {
	const marks: Record<string, RecordRef> = { ...known };
	const taken = new Set(Object.values(known).map(keyOf));
	for (const { kind, id, version } of records) {
		if (taken.has(keyOf({ kind, id }))) continue;
		taken.add(keyOf({ kind, id }));
		marks[freeMark(kind, marks)] = { kind, id, version };
	}
	return marks;
}

function freeMark(kind: RefKind, marks: Marks): string {
	for (let number = 1; ; number += 1) {
		const mark = kind === 'evidence' ? `[${number}]` : `{${letters[kind]}${number}}`;
		if (!(mark in marks)) return mark;
	}
}

function keyOf({ kind, id }: { kind: string; id: string }): string {
	return `${kind} ${id}`;
}

/** A section as text to edit: paragraphs apart by an empty line, what a sentence rests on as marks in its place. */
export function markedText(content: SectionContent, marks: Marks): string {
	return content.paragraphs
		.map(({ sentences }) => sentences.map((sentence) => markedSentence(sentence, marks)).join(' '))
		.join('\n\n');
}

/** One sentence with its marks. */
export function markedSentence({ text, refs }: Sentence, marks: Marks): string {
	const byRecord = new Map(Object.entries(marks).map(([mark, record]) => [keyOf(record), mark]));
	const places = Map.groupBy(refs, ({ at }) => Math.min(at, text.length));
	let marked = '';
	let from = 0;
	for (const at of [...places.keys()].sort((one, other) => one - other)) {
		const found = (places.get(at) ?? []).flatMap((ref) => byRecord.get(keyOf(ref)) ?? []);
		marked += text.slice(from, at);
		if (found.length > 0) {
			const space = marked === '' || /\s$/.test(marked) ? '' : ' ';
			marked += `${space}${found.join('')}${beginsWord.test(text.slice(at)) ? ' ' : ''}`;
		}
		from = at;
	}
	return marked + text.slice(from);
}

export interface ReadText {
	content: SectionContent;
	/** Marks that stand for nothing here, as they were typed. */
	unknown: string[];
}

/**
 * Reads an edited text back: each line a paragraph, each mark a reference of the sentence that it stands in or behind. A
 * line with nothing but marks belongs to the line above it.
 */
export function readMarkedText(typed: string, marks: Marks): ReadText {
	const unknown = new Set<string>();
	const lines: string[] = [];
	for (const line of typed.split('\n').map((one) => one.replace(/\s+/g, ' ').trim())) {
		const hasWords = line.replace(markPattern, '').trim() !== '';
		if (hasWords || lines.length === 0) lines.push(line);
		else lines.push(`${lines.pop()} ${line}`.trim());
	}
	const paragraphs = lines
		.map((line) => ({ sentences: readParagraph(line, marks, unknown) }))
		.filter(({ sentences }) => sentences.length > 0);
	return { content: { paragraphs }, unknown: [...unknown] };
}

function readParagraph(line: string, marks: Marks, unknown: Set<string>): Sentence[] {
	const { text, refs } = takeMarksOut(line, marks, unknown);
	if (text === '') return refs.length > 0 ? [{ text, refs: once(refs) }] : [];
	const ends = splitSentences(text);
	let from = 0;
	return ends.map((end, index) => {
		const start = from + (/^\s*/.exec(text.slice(from, end))?.[0].length ?? 0);
		const isLast = index === ends.length - 1;
		const own = refs.filter(({ at }) => at <= end && (index === 0 || at > from) || (isLast && at > end)); // prettier-ignore
		from = end;
		return {
			text: text.slice(start, end),
			refs: once(own.map((ref) => ({ ...ref, at: Math.max(0, Math.min(ref.at, end) - start) }))),
		};
	});
}

/** The line without its marks, and where each of them stood. */
function takeMarksOut(line: string, marks: Marks, unknown: Set<string>) {
	const refs: Sentence['refs'] = [];
	let text = '';
	let from = 0;
	for (const { 0: mark, index } of line.matchAll(markPattern)) {
		text = joined(text, line.slice(from, index)).trimEnd();
		from = index + mark.length;
		const record = marks[mark];
		if (record) refs.push({ ...record, at: text.length });
		else unknown.add(mark);
	}
	return { text: joined(text, line.slice(from)).trimEnd(), refs };
}

/** Two pieces that a mark stood between: words stay apart, a full stop stays at its word. */
function joined(text: string, rest: string): string {
	if (text === '') return rest.trimStart();
	return beginsWord.test(rest) ? `${text} ${rest}` : text + rest;
}

/** The same mark twice in one place says nothing more. */
function once(refs: Sentence['refs']): Sentence['refs'] {
	const seen = new Set<string>();
	return refs.filter((ref) => {
		const key = `${keyOf(ref)} ${ref.at}`;
		return !seen.has(key) && seen.add(key);
	});
}

/** A section as it reads without marks. */
export function plainSectionText(content: SectionContent): string {
	return markedText(content, {});
}
