import type { Reader } from '#server/database/handles.ts';
import { retentionKinds, type RetentionKind } from './retention-kinds.ts';

/** A kind with the period that holds in a municipality. */
export interface Period extends RetentionKind {
	/** Chosen here; otherwise as it comes with the program. */
	isOwn: boolean;
	reason: string;
	/** 0 while it was never changed. */
	version: number;
	rowId: string | null;
}

/** The periods of a municipality, every kind in the order of the content. */
export async function periodsOf(reader: Reader, municipalityId: string): Promise<Period[]> {
	const rows = await reader
		.selectFrom('retention_period')
		.select(['id', 'kind', 'months', 'reason', 'version'])
		.where('municipality_id', '=', municipalityId)
		.execute();
	return retentionKinds.map((kind) => {
		const own = rows.find((row) => row.kind === kind.id);
		return {
			...kind,
			months: own?.months ?? kind.months,
			isOwn: own !== undefined && own.months !== kind.months,
			reason: own?.reason ?? '',
			version: own?.version ?? 0,
			rowId: own?.id ?? null,
		};
	});
}
