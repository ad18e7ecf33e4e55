import type { ApiClient } from './api-client.ts';
import * as words from './lived-world-words.ts';

/** Whoever fills the lived world: a process manager and a professional of a partner, each with a program. */
export interface Fillers {
	manager: ApiClient;
	professional: ApiClient;
}

/** What a filled lived world is made of: the ids of one of each, to find their pages. */
export interface LivedWorld {
	placeId: string;
	observationId: string;
	conversationId: string;
	walkId: string;
	noteId: string;
	sharedNoteId: string;
	passageId: string;
	/** A guide that the municipality is adapting. */
	guideId: string;
	waitingId: string;
	/** A signal that somebody looks into, and one with an outcome. */
	signalId: string;
	settledSignalId: string;
	/** A meeting that was closed, and the one to come. */
	heldMeetingId: string;
	nextMeetingId: string;
	postId: string;
	/** Behind this secret a resident follows their signal. */
	follow: string;
	roundId: string;
	sentenceId: string;
	/** Behind this secret a resident sees their reactions. */
	reactionSecret: string;
}

interface Frame {
	version: number;
	participants: { id: string }[];
}

/** Fills the lived world of a trajectory, so that every page of it has something to show. */
export async function fillLivedWorld(by: Fillers, trajectoryId: string): Promise<LivedWorld> {
	const inside = `/trajecten/${trajectoryId}`;
	return {
		...(await fillField(by, inside)),
		...(await fillTalks(by, inside)),
		...(await fillSignals(by, inside)),
		...(await fillRecognition(by, inside)),
	};
}

async function fillField({ manager, professional }: Fillers, inside: string) {
	const placeIds: string[] = [];
	for (const place of words.places)
		placeIds.push((await manager.send('POST', `${inside}/plekken`, place)).id);
	const walk = await professional.send('POST', `${inside}/wijkschouwen`, words.walk);
	const seen: string[] = [];
	for (const [at, { spot, ...observation }] of words.observations().entries()) {
		const { id } = await professional.send('POST', `${inside}/waarnemingen`, {
			...observation,
			placeId: placeIds[spot],
			walkId: at < 2 ? walk.id : null,
		});
		seen.push(id);
	}
	const waiting = await professional.send('POST', `${inside}/waarnemingen`, words.vulnerable);
	return {
		placeId: placeIds[0] ?? '',
		observationId: seen[0] ?? '',
		walkId: walk.id,
		waitingId: waiting.id,
	};
}

async function fillTalks({ manager, professional }: Fillers, inside: string) {
	const talks: string[] = [];
	for (const talk of words.conversations)
		talks.push((await professional.send('POST', `${inside}/gesprekken`, talk)).id);
	const [note, shared] = await Promise.all(
		words.notes.map((one) => professional.send('POST', `${inside}/logboek`, one)),
	);
	const source = await professional.send('POST', `/logboek/${shared?.id}/delen`, {
		version: 1,
		visibility: 'participants',
	});
	const conversationId = talks[0] ?? '';
	await professional.send('POST', `/bronnen/${conversationId}/passages`, {
		version: 1,
		marks: [{ part: 'answers.pleasant', start: 0, end: words.quote.length }],
		themes: ['ontmoeting'],
		side: 'protection',
		isQuote: true,
	});
	const { items } = await professional.send<{ items: { id: string }[] }>(
		'GET',
		`${inside}/passages`,
	);
	const guide = await manager.send('POST', '/eigen-gesprekswijzers', {
		guide: 'resident',
		name: `Gesprek ${inside.slice(-6)}`,
	});
	return {
		conversationId,
		noteId: note?.id ?? '',
		sharedNoteId: source.id,
		passageId: items[0]?.id ?? '',
		guideId: guide.id,
	};
}

async function fillSignals({ manager, professional }: Fillers, inside: string) {
	const frame = await manager.send<Frame>('GET', inside);
	await manager.send('PUT', `${inside}/openbaar`, {
		version: frame.version,
		parts: ['signals'],
	});
	const ids: string[] = [];
	for (const signal of words.signals)
		ids.push((await professional.send('POST', `${inside}/signalen`, signal)).id);
	const [signalId = '', settledSignalId = ''] = ids;
	const follow = secretOf(inside, 'f');
	const post = await manager.send('POST', `${inside}/bewonerssignalen`, {
		...words.post,
		follow,
	});
	const held = await manager.send('POST', `${inside}/kerngroepoverleggen`, words.heldMeeting);
	const decide = (id: string, decision: object) =>
		manager.send('POST', `/kerngroepoverleggen/${held.id}/signaalbesluiten`, {
			signalId: id,
			version: 1,
			participantId: frame.participants[0]?.id ?? null,
			...decision,
		});
	await decide(signalId, { kind: 'looking', text: 'Hoeveel zijn het er, en wanneer?' });
	await decide(settledSignalId, { kind: 'passed_on', text: 'De gemeente maakt de lamp.' });
	await manager.send('PATCH', `/kerngroepoverleggen/${held.id}/notulen`, {
		version: 1,
		...words.minutes,
	});
	await manager.send('POST', `/kerngroepoverleggen/${held.id}/afsluiting`, { version: 2 });
	const next = await manager.send('POST', `${inside}/kerngroepoverleggen`, words.nextMeeting);
	return {
		signalId,
		settledSignalId,
		heldMeetingId: held.id,
		nextMeetingId: next.id,
		postId: post.id,
		follow,
	};
}

async function fillRecognition({ manager }: Fillers, inside: string) {
	const round = await manager.send('POST', `${inside}/herkenningsrondes`, words.round);
	const sentences: string[] = [];
	for (const sentence of words.sentences)
		sentences.push(
			(await manager.send('POST', `/herkenningsrondes/${round.id}/zinnen`, sentence)).id,
		);
	await manager.send('POST', `/herkenningsrondes/${round.id}/publicatie`, { version: 1 });
	const reactionSecret = secretOf(inside, 'r');
	await manager.send('POST', `/herkenningsrondes/${round.id}/reacties`, {
		secret: reactionSecret,
		reactions: sentences.map((sentenceId, at) => ({ sentenceId, ...words.reactions[at] })),
	});
	return { roundId: round.id, sentenceId: sentences[0] ?? '', reactionSecret };
}

/** A secret of a trajectory's own, of the length that addresses have. */
function secretOf(inside: string, fill: string): string {
	return inside.slice(-36).padStart(43, fill);
}
