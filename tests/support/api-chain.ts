import criteriaFile from '#content/criteria/2013.json' with { type: 'json' };
import type { ApiClient } from './api-client.ts';

/** What a chain made through the API is made of: the ids of its steps. */
export interface ApiChain {
	trajectoryId: string;
	observationId: string;
	conversationId: string;
	findingId: string;
	agendaItemId: string;
	decisionId: string;
	approachId: string;
}

/** The words that the chain is made in, to find it back on pages. */
export const chainWords = {
	seen: 'Kinderen spelen er, hun ouders staan.',
	finding: 'Er is geen plek om te blijven.',
	item: 'Een plein om te blijven',
	approach: 'Bankjes bouwen met de buurt',
};

/** A trajectory that was just started, and where its pages are. */
export interface Started {
	id: string;
	areaSlug: string;
	startYear: number;
}

/** Starts a trajectory with a partner organisation in the core group. */
export async function startWith(
	api: ApiClient,
	areaName: string,
	partner: string,
): Promise<Started> {
	const started = await api.send<Started>('POST', '/trajecten', {
		areaName,
		areaCode: 'WK020210',
		startYear: 2026,
		endYear: 2030,
		goals: 'Meer ontmoeting buiten.',
	});
	const { items } = await api.send<{ items: { id: string; name: string }[] }>(
		'GET',
		'/organisaties?limit=100',
	);
	const organisationId = items.find(({ name }) => name === partner)?.id;
	await api.send('POST', `/trajecten/${started.id}/deelnemers`, {
		organisationId,
		part: 'core_group',
		mandate: 'yes',
	});
	return started;
}

/** The whole chain from what somebody saw to how the approach goes, in a trajectory that was started. */
export async function makeChain(api: ApiClient, trajectoryId: string): Promise<ApiChain> {
	const inside = `/trajecten/${trajectoryId}`;
	const observation = await api.send('POST', `${inside}/waarnemingen`, {
		place: 'Het plein',
		seen: chainWords.seen,
		who: ['children'],
		visibility: 'public',
	});
	const conversation = await api.send('POST', `${inside}/gesprekken`, {
		guide: 'resident',
		answers: { 'living-here': 'Prettig, maar er staat geen bank.' },
	});
	const finding = await api.send('POST', `${inside}/bevindingen`, {
		kind: 'risk',
		text: chainWords.finding,
		themes: ['ontmoeting'],
		evidenceIds: [observation.id, conversation.id],
	});
	return {
		trajectoryId,
		observationId: observation.id,
		conversationId: conversation.id,
		findingId: finding.id,
		...(await decideAndPlan(api, inside, finding.id)),
	};
}

async function decideAndPlan(api: ApiClient, inside: string, findingId: string) {
	await api.send('PUT', `${inside}/bevindingen/${findingId}/wegingen`, {
		appraisals: Object.fromEntries(
			criteriaFile.criteria.map(({ id }) => [id, { score: 4, reason: 'Iedereen noemt het.' }]),
		),
	});
	await api.send('POST', `${inside}/speerpunten`, {
		findingId,
		reason: 'Dit noemde iedereen.',
		chosenBy: 'core_group',
		agreements: { residents: { answer: 'agrees' } },
	});
	const item = await api.send('POST', `${inside}/agendapunten`, {
		title: chainWords.item,
		findingIds: [findingId],
	});
	const decision = await api.send('POST', `/agendapunten/${item.id}/besluiten`, {
		body: 'council',
		decidedOn: '2026-10-12',
		outcome: 'adopted',
		reference: 'Raadsbesluit 2026-118',
	});
	const approach = await api.send('POST', `${inside}/aanpakken`, {
		kind: 'residents_initiative',
		title: chainWords.approach,
		agendaItemIds: [item.id],
		starts: '2027-03',
		indicator: 'Hoeveel mensen er op een middag zitten',
		target: '15',
	});
	const means = { kind: 'money', financier: 'Woningcorporatie', amount: 1250.5 };
	await api.send('POST', `/aanpakken/${approach.id}/middelen`, means);
	const progress = { status: 'on_course', reportedOn: '2026-11-01', text: 'De eerste bank staat.' };
	await api.send('POST', `/aanpakken/${approach.id}/voortgang`, progress);
	return { agendaItemId: item.id, decisionId: decision.id, approachId: approach.id };
}
