import type { RequestEvent } from '@sveltejs/kit';
import { themesOfTrajectory } from '#features/evidence/evidence.queries.server.ts';
import {
	endSecondReader,
	keepEvidenceInside,
	nameSecondReader,
	releaseEvidence,
} from '#features/evidence/second-reading.commands.server.ts';
import { listSecondReading } from '#features/evidence/second-reading.queries.server.ts';
import { listGuides } from '#features/lifeworld/guides.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const input = { trajectoryId: trajectory.id };
	const { waiting, readers, ...rest } = await locals.ask(listSecondReading, input);
	return {
		...rest,
		waiting: waiting.map((source) => ({ ...source, requestIds: [newId(), newId()] as const })),
		readers: readers.map((reader) => ({ ...reader, requestId: newId() })),
		guides: await locals.ask(listGuides, input),
		themes: await locals.ask(themesOfTrajectory, input),
		notice: url.searchParams.get('melding'),
		requestId: newId(),
	};
};

const backWith = (notice: string) => ({
	next: ({ url }: RequestEvent) => `${url.pathname}?melding=${notice}`,
});

export const actions: Actions = {
	release: formAction(releaseEvidence, backWith('vrijgegeven')),
	keep: formAction(keepEvidenceInside, backWith('gehouden')),
	name: formAction(nameSecondReader, backWith('aangewezen')),
	end: formAction(endSecondReader, backWith('beeindigd')),
};
