import type { RequestEvent } from '@sveltejs/kit';
import { shownMoment } from '#features/evidence/moment.ts';
import { sourcePath, trajectoryPath } from '#features/trajectory/rooms.ts';
import { newId } from '#kernel/id.ts';
import { theProgram } from '#kernel/program.server.ts';

/** The moment that a form begins with: now. */
export function nowMoment(): { happenedOn: string; happenedTime: string } {
	return shownMoment(theProgram().kernel.clock.now(), 'minute');
}

/** Where a form goes when something was added: to what was added, which says so. */
export function savedPath({ params }: RequestEvent, { id }: { id: string }): string {
	return `${pathOfSource(params, id)}?melding=bewaard`;
}

/** The address of a source, out of the address of a page of its trajectory. */
export function pathOfSource(params: Partial<Record<string, string>>, id: string): string {
	const { municipality = '', area = '', year = '' } = params;
	return sourcePath(municipality, { areaSlug: area, startYear: Number(year) }, id);
}

/**
 * What every form of the field app begins with: now, the place and the walk that the address names (`plek`, `schouw`), and
 * an action that keeps them.
 */
export function fieldForm({ searchParams }: URL) {
	const [placeId, walkId] = [searchParams.get('plek'), searchParams.get('schouw')];
	const kept = new URLSearchParams([...searchParams].filter(([name]) => !name.startsWith('/')));
	return {
		moment: nowMoment(),
		requestId: newId(),
		action: kept.size > 0 ? `?/add&${kept}` : '?/add',
		spot: placeId === null ? undefined : { placeId, place: '', longitude: null, latitude: null },
		walkId,
	};
}

/** Where a form of the field app goes when it was kept: back to the choice, which says so; on with the walk, if any. */
export function keptPath({ params, url }: RequestEvent, { id }: { id: string }): string {
	const { municipality = '', area = '', year = '' } = params;
	const home = `${trajectoryPath(municipality, { areaSlug: area, startYear: Number(year) })}/veld`;
	const walk = url.searchParams.get('schouw');
	return `${home}?${new URLSearchParams({ ...(walk ? { schouw: walk } : {}), bewaard: id })}`;
}

/** Where a neighbourhood walk begins: what is noted from there on belongs to it. */
export function walkPath({ params }: RequestEvent, { id }: { id: string }): string {
	const { municipality = '', area = '', year = '' } = params;
	const place = { areaSlug: area, startYear: Number(year) };
	return `${trajectoryPath(municipality, place)}/veld?schouw=${id}&bewaard=${id}`;
}

/** Where a photo is chosen when its record was kept without the page's script. */
export function photoPath({ params }: RequestEvent, { id }: { id: string }): string {
	return `${pathOfSource(params, id)}/foto`;
}
