import type { Reader } from '#server/database/handles.ts';
import { runtime } from '#server/runtime.ts';
import { trajectoryPath } from './rooms.ts';

/** Where a trajectory is, for links in mails. */
export interface HomeAddress {
	areaName: string;
	/** The address of the trajectory, complete. */
	url: string;
	/** That of the reader's own account. */
	account: string;
}

/** The complete addresses that a mail about a trajectory leads to. Throws when there is no such trajectory. */
export async function homeAddress(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<HomeAddress> {
	const row = await reader
		.selectFrom('trajectory as t')
		.innerJoin('municipality as g', 'g.id', 't.municipality_id')
		.select(['g.slug', 't.area_name', 't.area_slug', 't.start_year'])
		.where('t.municipality_id', '=', municipalityId)
		.where('t.id', '=', trajectoryId)
		.executeTakeFirstOrThrow();
	const { publicUrl } = runtime().config;
	const place = { areaSlug: row.area_slug, startYear: row.start_year };
	return {
		areaName: row.area_name,
		url: `${publicUrl}${trajectoryPath(row.slug, place)}`,
		account: `${publicUrl}/account`,
	};
}
