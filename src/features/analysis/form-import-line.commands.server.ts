import { loadAccess, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { checkThemes } from '#features/content/themes.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, invalidField, notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { changeRow } from '#server/database/rows.ts';
import { slotsOf } from './exchange-slots.ts';
import { placeLineSchema } from './form-import.schema.ts';
import { loadFramework } from './framework.server.ts';

interface LineSubject extends TrajectoryAccess {
	line: { state: string; kind: string };
}

export const placeLine = command({
	name: 'formImportLine.place',
	summary:
		'Gives a line of a form that came back its theme, its column and if need be other words; it is then proposed as a new entry.',
	http: { method: 'PUT', path: '/ingeleverde-regels/{formImportLineId}/plaats' },
	input: placeLineSchema,
	subject: accessOfLine,
	allow: mayContribute,
	async run({ tx, actor, subject }, { formImportLineId: id, version, theme, slot, text }) {
		const { state, kind } = subject.line;
		if (state === 'approved' || (kind !== 'unplaced' && kind !== 'new'))
			throw new Failure('formImport.decided', 409);
		const framework = await loadFramework(tx, actor.municipalityId, subject);
		await checkThemes(tx, actor.municipalityId, subject, [theme], 'theme');
		if (!slotsOf(framework).some((one) => one.id === slot)) throw invalidField('slot', 'choose');
		const row = { municipalityId: municipalityOf(actor), id, version };
		const values = { theme, slot, text, kind: 'new', problem: null, state: 'open' };
		return changeRow(tx, 'form_import_line', row, values, {
			current: () =>
				tx
					.selectFrom('form_import_line')
					.select(['version', 'theme', 'slot', 'text'])
					.where('municipality_id', '=', row.municipalityId)
					.where('id', '=', id)
					.executeTakeFirst(),
		});
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

async function accessOfLine(
	reader: Reader,
	{ formImportLineId }: { formImportLineId: string },
	actor: Actor,
): Promise<LineSubject> {
	const row = await reader
		.selectFrom('form_import_line as l')
		.innerJoin('form_import as i', (join) =>
			join.onRef('i.municipality_id', '=', 'l.municipality_id').onRef('i.id', '=', 'l.import_id'),
		)
		.select(['i.trajectory_id', 'l.state', 'l.kind'])
		.where('l.municipality_id', '=', actor.municipalityId)
		.where('l.id', '=', formImportLineId)
		.executeTakeFirst();
	if (!row) throw notFound();
	const { trajectory_id, ...line } = row;
	return { ...(await loadAccess(reader, trajectory_id, actor)), line };
}
