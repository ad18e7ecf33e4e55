import { randomBytes } from 'node:crypto';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Setting } from './filled-figures.ts';
import type { Rows } from './filled-world.ts';

/** A raw count that stands nowhere else: where it turns up, raw counts have leaked. */
export const rawMark = 73_919_137;

/** Fills an own file that the given membership brought, with its rows, and a raw count of an import that was carried out. */
export async function fillOwnFigures(
	tx: Tx,
	{ municipality_id, now, text }: Setting,
	membershipId: string,
): Promise<Rows> {
	const made = { municipality_id, created_by: membershipId, created_at: now };
	const columns = [
		{ index: 0, header: text('place'), role: 'area_code', name: '', period: null, of: null },
		{ index: 1, header: text('column'), role: 'number', name: '', period: '2020', of: null },
	];
	const layout = { sheet: 0, headerRow: 0, decimal: 'comma', level: null, period: null, boundaryYear: 2020, columns }; // prettier-ignore
	const file = (what: string) => ({
		...made,
		id: newId(),
		file_name: text(what),
		format: 'csv',
		fingerprint: randomBytes(32).toString('hex'),
		sheets: JSON.stringify([{ name: text('sheet'), rows: 2, columns: 2 }]),
		layout: JSON.stringify(layout),
	});
	const open = file('open file');
	const imported = { ...file('imported file'), state: 'imported', imported_at: now };
	await tx.insertInto('own_import').values([open, imported]).execute();
	const rows = [[0, [text('place'), text('column')]], [1, ['GM0202', rawMark]]]; // prettier-ignore
	await tx
		.insertInto('own_file_sheet')
		.values({
			...{ municipality_id, import_id: open.id, position: 0, owner_id: membershipId },
			...{ name: text('sheet'), rows: JSON.stringify(rows) },
		})
		.execute();
	await tx
		.insertInto('own_count')
		.values({
			...{ municipality_id, import_id: imported.id, n: 0, measure: text('measure') },
			...{ period: '2020', category: '', area_code: 'GM0202', value: rawMark },
		})
		.execute();
	return { own_import: open.id, imported_own: imported.id };
}
