import { addEvidence, setVisibility } from '#features/evidence/evidence.commands.server.ts';
import type { Example } from './example-file.ts';
import { step, stepId, type ExampleRun } from './example-step.ts';

type Evidence = Example['evidence'][number];

/** The report itself and what it tells of: documents and meetings, each with where it is reported. */
export async function loadEvidence(run: ExampleRun): Promise<void> {
	for (const evidence of run.example.evidence) {
		await step(run, ['evidence', evidence.id], addEvidence, {
			trajectoryId: run.trajectoryId,
			kind: evidence.kind,
			title: evidence.title[run.language],
			happenedOn: evidence.date.date,
			details: detailsOf(run, evidence),
		});
		await step(run, ['evidence', evidence.id, 'visibility'], setVisibility, {
			evidenceId: stepId(run, 'evidence', evidence.id),
			version: 1,
			visibility: evidence.visibility,
		});
	}
}

function detailsOf({ language }: ExampleRun, evidence: Evidence): Record<string, unknown> {
	const { citation, summary, kind, participants, sectors, date } = evidence;
	if (kind === 'document')
		return {
			reference: citation[language],
			year: date.date.slice(0, 4),
			summary: summary[language],
		};
	return {
		attendance: participants,
		sectors,
		summary: `${summary[language]} ${citation[language]}`,
	};
}
