import { municipalityOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { onlyRoles } from '#kernel/policy.ts';
import { nothing } from '#kernel/query.server.ts';
import { restoreRow, withdrawRow } from '#server/database/rows.ts';
import { addHelpLineSchema, removeHelpLineSchema } from './help-line.schema.ts';

const keepsHelpLines = onlyRoles('administrator', 'process_manager');

export const addHelpLine = command({
	name: 'helpLine.add',
	summary: 'Adds where to turn in this municipality when there are worries about somebody.',
	http: { method: 'POST', path: '/hulplijnen' },
	input: addHelpLineSchema,
	subject: nothing,
	allow: keepsHelpLines,
	async run({ tx, actor, clock, requestId }, line) {
		await tx
			.insertInto('help_line')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				...line,
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId };
	},
});

export const withdrawHelpLine = command({
	name: 'helpLine.withdraw',
	summary: 'Takes a place to turn to off the list.',
	http: { method: 'POST', path: '/hulplijnen/{helpLineId}/intrekking' },
	input: removeHelpLineSchema,
	subject: nothing,
	allow: keepsHelpLines,
	run: ({ tx, actor, clock }, { helpLineId: id, version }) =>
		withdrawRow(tx, 'help_line', { municipalityId: municipalityOf(actor), id, version }, '', clock.now()), // prettier-ignore
});

export const restoreHelpLine = command({
	name: 'helpLine.restore',
	summary: 'Puts a place to turn to back on the list.',
	http: { method: 'POST', path: '/hulplijnen/{helpLineId}/herstel' },
	input: removeHelpLineSchema,
	subject: nothing,
	allow: keepsHelpLines,
	run: ({ tx, actor }, { helpLineId: id, version }) =>
		restoreRow(tx, 'help_line', { municipalityId: municipalityOf(actor), id, version }),
});
