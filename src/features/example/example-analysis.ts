import { addCitation } from '#features/analysis/citation.commands.server.ts';
import { addFinding } from '#features/analysis/finding.commands.server.ts';
import { addNeed } from '#features/analysis/knowledge-need.commands.server.ts';
import { addProvision } from '#features/analysis/provision.commands.server.ts';
import { nameOf, type Source } from './example-file.ts';
import { step, stepId, type ExampleRun } from './example-step.ts';

/** The findings with their sources, what is offered, and what was still to be found out. */
export async function loadAnalysis(run: ExampleRun): Promise<void> {
	const { language, trajectoryId, example } = run;
	for (const { id, kind, themes, text, sources } of example.findings) {
		await step(run, ['finding', id], addFinding, {
			trajectoryId,
			kind,
			themes,
			text: text[language],
		});
		await cite(run, id, sources);
	}
	for (const { id, themes, kind, name, text } of example.provisions)
		await step(run, ['provision', id], addProvision, {
			trajectoryId,
			theme: themes[0],
			standing: 'offered',
			form: nameOf(kind),
			text: `${name[language]}. ${text[language]}`,
		});
	for (const { id, themes, question, method, who } of example.knowledgeNeeds)
		await step(run, ['need', id], addNeed, {
			trajectoryId,
			theme: themes[0],
			question: question[language],
			method: method?.[language],
			who: who?.[language],
		});
}

/** A source may be named for more than one section; it stands behind the finding once. */
async function cite(run: ExampleRun, finding: string, sources: Source[]): Promise<void> {
	const sections = Map.groupBy(sources, ({ evidence }) => evidence);
	for (const [evidence, named] of sections)
		await step(run, ['citation', finding, evidence], addCitation, {
			findingId: stepId(run, 'finding', finding),
			evidenceId: stepId(run, 'evidence', evidence),
			note: named.map(({ section }) => `§ ${section}`).join(', '),
		});
}
