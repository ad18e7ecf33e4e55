import type { FrameworksInUse } from '#features/content/themes.server.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { invalid } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { cite } from './cite.server.ts';
import { loadFramework } from './framework.server.ts';
import { placeProblems } from './place.ts';

interface Context {
	tx: Tx;
	actor: Actor;
	clock: Clock;
	subject: TrajectoryAccess;
}

interface NewFinding {
	id: string;
	kind: string;
	signalKind: string | null;
	text: string;
	themes: string[];
	/** What it rests on from the start. */
	evidenceIds: string[];
}

/** Puts a finding into the form with what it rests on. Throws what is wrong with its place, and `unknown` at `evidenceIds`. */
export async function insertFinding(context: Context, finding: NewFinding): Promise<void> {
	const { tx, actor, clock, subject } = context;
	await refuseMisplaced(tx, actor, subject, finding);
	const { organisationId, membershipId } = memberOf(actor);
	const now = clock.now();
	await tx
		.insertInto('finding')
		.values({
			municipality_id: municipalityOf(actor),
			id: finding.id,
			trajectory_id: subject.trajectoryId,
			kind: finding.kind,
			signal_kind: finding.signalKind,
			text: finding.text,
			themes: finding.themes,
			organisation_id: organisationId,
			created_by: membershipId,
			created_at: now,
			changed_by: membershipId,
			changed_at: now,
		})
		.execute();
	const sources = finding.evidenceIds.map((evidenceId) => ({ evidenceId, note: '' }));
	await cite(context, finding.id, sources, 'evidenceIds');
}

/** Throws what is wrong with the kind and the themes of a finding in this framework. */
export async function refuseMisplaced(
	reader: Reader,
	actor: Actor,
	frameworks: FrameworksInUse,
	place: { kind: string; signalKind: string | null; themes: string[] },
): Promise<void> {
	const framework = await loadFramework(reader, actor.municipalityId, frameworks);
	const problems = placeProblems(framework, place);
	if (problems.length > 0) throw invalid(problems);
}
