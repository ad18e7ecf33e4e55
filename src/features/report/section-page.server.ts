import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { recordStates, type RecordState } from './record-states.server.ts';
import { reportData } from './report-data.server.ts';
import { everySection } from './report-sections.ts';
import type { RecordRef } from './section-content.schema.ts';
import { recordsOf, sentencesOf } from './section-records.ts';
import { asContent, draftsOf } from './section-draft.ts';
import { freshnessOf, proposalsOf } from './section-freshness.ts';
import { sectionVersions, sectionsAside } from './section-history.server.ts';
import { materialOf } from './section-material.ts';
import { pageLimit } from './sections.ts';

interface Asked {
	reader: Reader;
	actor: Actor;
	clock: Clock;
	subject: TrajectoryAccess;
}

/** A record that a writer can refer to. */
export interface SectionRecord extends RecordRef {
	/** What it says; null for a source that this writer may not see. */
	text: string | null;
	isWithdrawn: boolean;
}

/** Everything that the page of one section needs: its text, what it rests on and could rest on, and whether it still holds. */
export async function readSectionPage({ reader, actor, clock, subject }: Asked, slug: string) {
	const { trajectoryId } = subject;
	const { municipalityId } = actor;
	const data = await reportData({ reader, actor, clock, subject });
	const sections = everySection(data, actor.language);
	const index = sections.findIndex(({ place }) => place.slug === slug);
	const section = sections[index];
	if (!section) throw notFound();
	const { place, written } = section;
	const draft = draftsOf(data, written?.language ?? actor.language)(place);
	const refs = uniqueRecords([
		...(written ? [...recordsOf(written.content), ...written.leftOut] : []),
		...sentencesOf(draft).flatMap((one) => one.refs),
		...materialOf(place, data),
	]);
	const states = await recordStates(reader, { municipalityId, trajectoryId }, refs);
	return {
		place,
		limit: place.domainId === null ? null : pageLimit(place.domainId),
		written,
		content: written?.content ?? asContent(draft),
		records: refs.map((one) => asRecord(one, states)),
		freshness: written ? freshnessOf(written, states, draft) : null,
		proposals: written ? proposalsOf(written.content, draft) : [],
		versions: written ? await sectionVersions(reader, municipalityId, written.id) : [],
		aside: written ? [] : await sectionsAside(reader, municipalityId, trajectoryId, place.key),
		before: sections[index - 1]?.place ?? null,
		after: sections[index + 1]?.place ?? null,
		may: { contribute: mayContribute(actor, subject) === true },
	};
}

function asRecord({ kind, id, version }: RecordRef, states: readonly RecordState[]): SectionRecord {
	const state = states.find((one) => one.kind === kind && one.id === id);
	// A mark stands for the record as it is now: a sentence that is rewritten rests on that.
	return {
		kind,
		id,
		version: state?.version ?? version,
		text: state?.text ?? null,
		isWithdrawn: state?.isWithdrawn ?? false,
	};
}

/** Each record once, at the version that is named first. */
function uniqueRecords(refs: readonly RecordRef[]): RecordRef[] {
	const byKey = new Map<string, RecordRef>();
	for (const { kind, id, version } of refs)
		if (!byKey.has(`${kind} ${id}`)) byKey.set(`${kind} ${id}`, { kind, id, version });
	return [...byKey.values()];
}
