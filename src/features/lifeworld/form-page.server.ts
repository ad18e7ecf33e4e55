import type { RequestEvent } from '@sveltejs/kit';
import { shownMoment } from '#features/evidence/moment.ts';
import { sourcePath } from '#features/trajectory/rooms.ts';
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
