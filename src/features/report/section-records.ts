import type { RecordRef, Sentence } from './section-content.schema.ts';

/** Two references are to the same record, whatever its version. */
export function isSameRecord(
	one: { kind: string; id: string },
	other: { kind: string; id: string },
) {
	return one.kind === other.kind && one.id === other.id;
}

/** Every sentence of a section, in order. */
export function sentencesOf<One extends Sentence>(content: {
	paragraphs: { sentences: One[] }[];
}): One[] {
	return content.paragraphs.flatMap(({ sentences }) => sentences);
}

/** Every record that a section rests on, once, in the order in which it is mentioned. */
export function recordsOf(content: { paragraphs: { sentences: Sentence[] }[] }): RecordRef[] {
	const refs = sentencesOf(content).flatMap((sentence) => sentence.refs);
	const byId = new Map<string, RecordRef>();
	for (const { kind, id: record, version: read } of refs) {
		const key = `${kind} ${record}`;
		const known = byId.get(key);
		// Of two mentions the older tells that something changed since.
		if (!known || read < known.version) byId.set(key, { kind, id: record, version: read });
	}
	return [...byId.values()];
}
