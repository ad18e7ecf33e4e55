import * as v from 'valibot';
import { areaCode } from '#features/areas/area-code.schema.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { command } from '#kernel/command.server.ts';
import { id, wholeNumber } from '#kernel/fields.ts';
import { takeFigure } from './figure-taking.server.ts';

export const useFigureAsSource = command({
	name: 'figure.useAsSource',
	summary:
		'Puts a figure among the sources of a trajectory, as it is today; used twice, it stays one source.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/bronnen/cijfers' },
	input: v.object({
		trajectoryId: id(),
		areaCode: areaCode(),
		seriesId: wholeNumber(1, 2_147_483_647),
	}),
	subject: accessOfInput,
	allow: mayContribute,
	run: async ({ tx, actor, clock, subject, requestId }, { areaCode: code, seriesId }) => ({
		id: await takeFigure({ tx, actor, clock, subject }, { areaCode: code, seriesId }, requestId),
	}),
	trajectory: ({ trajectoryId }) => trajectoryId,
});
