import * as v from 'valibot';
import { id, line, text, version } from '#kernel/fields.ts';

const content = {
	/** Short: what could be done. */
	text: text(500),
	/** Who proposed it, in words: an organisation, a role, residents at a table. Never a name. */
	proposedBy: line(120),
};

export const addSolutionSchema = v.object({ trajectoryId: id(), findingId: id(), ...content });

export const changeSolutionSchema = v.object({ solutionId: id(), version: version(), ...content });

export const withdrawSolutionSchema = v.object({
	solutionId: id(),
	version: version(),
	reason: text(1000),
});

export const restoreSolutionSchema = v.object({ solutionId: id(), version: version() });

export const skipQuestionsSchema = v.object({ trajectoryId: id(), reason: text(1000) });

export const takeUpQuestionsSchema = v.object({ trajectoryId: id() });
