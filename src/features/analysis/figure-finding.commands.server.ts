import { takeFigure } from '#features/figures/figure-taking.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { command } from '#kernel/command.server.ts';
import { newId } from '#kernel/id.ts';
import { addFindingFromFigureSchema } from './finding.schema.ts';
import { insertFinding } from './finding.write.server.ts';

export const addFindingFromFigure = command({
	name: 'finding.addFromFigure',
	summary:
		'Adds a finding that rests on a figure: the figure goes among the sources as it is today (or is there already), and the finding cites it.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/cijferbevindingen' },
	input: addFindingFromFigureSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, input) {
		const { trajectoryId: _, areaCode, seriesId, ...finding } = input;
		const context = { tx, actor, clock, subject };
		const evidenceId = await takeFigure(context, { areaCode, seriesId }, newId());
		await insertFinding(context, { id: requestId, ...finding, evidenceIds: [evidenceId] });
		return { id: requestId, version: 1, evidenceId };
	},
	trajectory: (input) => input.trajectoryId,
});
