import { FetchError } from '#server/fetching/fetch-error.ts';
import { lookAtOData3, openOData3 } from './odata3-table.ts';
import { lookAtOData4, openOData4 } from './odata4-table.ts';
import type { OpenedTable } from './opened-table.ts';
import {
	SERVICES,
	type FetchContext,
	type Service,
	type TableAsked,
	type TableVersion,
} from './table-asked.ts';

/** A table of which it need not be known which service has it. */
export interface TableWanted extends Omit<TableAsked, 'service'> {
	service: Service | null;
}

/**
 * Finds the service that has a table, and the version that it has now. When nobody says which service, they are asked in
 * turn: a number is of one of them. Throws `FetchError`: `not_found` when none has it.
 */
export async function lookAtTable(
	wanted: TableWanted,
	context: FetchContext,
): Promise<{ asked: TableAsked; version: TableVersion }> {
	const services = wanted.service ? [wanted.service] : SERVICES;
	let failure: unknown;
	for (const service of services) {
		const asked = { ...wanted, service };
		try {
			const look = service === 'odata4' ? lookAtOData4 : lookAtOData3;
			return { asked, version: await look(asked, context) };
		} catch (error) {
			if (!(error instanceof FetchError) || error.problem !== 'not_found') throw error;
			failure = error;
		}
	}
	throw failure;
}

/** Fetches a table and reads it. Whoever asks for it calls `drop` in the end. Throws `FetchError`, `FigureFileError`. */
export function openTable(asked: TableAsked, context: FetchContext): Promise<OpenedTable> {
	return asked.service === 'odata4' ? openOData4(asked, context) : openOData3(asked, context);
}
