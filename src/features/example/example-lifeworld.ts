import { addConversation } from '#features/lifeworld/conversation.commands.server.ts';
import { addNote, shareNote } from '#features/lifeworld/logbook.commands.server.ts';
import { addObservation } from '#features/lifeworld/observation.commands.server.ts';
import { markPassages } from '#features/lifeworld/passage.commands.server.ts';
import { addPlace } from '#features/lifeworld/place.commands.server.ts';
import { addWalk } from '#features/lifeworld/walk.commands.server.ts';
import type { Text } from './example-file.ts';
import { loadRecognition } from './example-recognition.ts';
import { loadSignals } from './example-signals.ts';
import { step, stepAs, stepId, type ExampleRun } from './example-step.ts';
import { dayAt, letHappen, timeAt, type ExampleEvent } from './example-timeline.ts';
import { readLifeworld, type ExampleLifeworld, type Handed } from './lifeworld-file.ts';
import { marked } from './marked.ts';

/** The lived world: weeks of looking and talking, as if they had just gone by. Nobody saw or said any of it. */
export async function loadLifeworld(run: ExampleRun): Promise<void> {
	const file = readLifeworld();
	for (const place of file.places) await loadPlace(run, file, place);
	await letHappen(run, [
		...loadWalks(run, file),
		...loadObservations(run, file),
		...loadConversations(run, file),
		...loadNotes(run, file),
		...loadSignals(run, file),
		...loadRecognition(run, file),
	]);
	for (const passage of file.passages) await loadPassage(run, file, passage);
}

/** What everything that was handed in says of itself. */
function handed(run: ExampleRun, { moment, themes }: Handed) {
	const { trajectoryId } = run;
	return { trajectoryId, themes, happenedOn: dayAt(run, moment), happenedTime: moment.time };
}

function loadPlace(
	run: ExampleRun,
	file: ExampleLifeworld,
	place: ExampleLifeworld['places'][number],
) {
	const { id, name, meaning, ...rest } = place;
	return step(run, ['place', id], addPlace, {
		trajectoryId: run.trajectoryId,
		...rest,
		name: name[run.language],
		meaning: marked(run, file, meaning),
	});
}

function loadWalks(run: ExampleRun, file: ExampleLifeworld): ExampleEvent[] {
	const { language } = run;
	const nameOf = (id: string) => file.places.find((place) => place.id === id)?.name[language] ?? id;
	return file.walks.map((walk) => ({
		at: timeAt(run, walk.moment),
		happen: () =>
			stepAs(run, walk.by, ['walk', walk.id], addWalk, {
				...handed(run, walk),
				route: walk.route.map(nameOf).join('\n'),
				companions: walk.companions,
				attention: walk.attention[language],
				summary: marked(run, file, walk.summary),
			}),
	}));
}

function loadObservations(run: ExampleRun, file: ExampleLifeworld): ExampleEvent[] {
	return file.observations.map((seen) => ({
		at: timeAt(run, seen.moment),
		happen: () =>
			stepAs(run, seen.by, ['observation', seen.id], addObservation, {
				...handed(run, seen),
				placeId: stepId(run, 'place', seen.place),
				placeKind: file.places.find(({ id }) => id === seen.place)?.kind,
				busy: seen.busy,
				who: seen.who,
				mood: seen.mood,
				order: seen.order,
				activities: seen.activities?.[run.language],
				seen: marked(run, file, seen.seen),
				visibility: seen.visibility,
				walkId: seen.walk && stepId(run, 'walk', seen.walk),
				aboutVulnerable: seen.aboutVulnerable,
			}),
	}));
}

function loadConversations(run: ExampleRun, file: ExampleLifeworld): ExampleEvent[] {
	return file.conversations.map((talk) => ({
		at: timeAt(run, talk.moment),
		happen: () =>
			stepAs(run, talk.by, ['conversation', talk.id], addConversation, {
				...handed(run, talk),
				placeId: stepId(run, 'place', talk.place),
				guide: talk.guide,
				speakerRole: talk.speakerRole,
				channel: talk.channel,
				askedBy: talk.askedBy,
				enteredFrom: talk.enteredFrom,
				answers: Object.fromEntries(
					Object.entries(talk.answers).map(([id, answer]) => [id, marked(run, file, answer)]),
				),
			}),
	}));
}

function loadNotes(run: ExampleRun, file: ExampleLifeworld): ExampleEvent[] {
	return file.notes.map((note) => ({
		at: timeAt(run, note.moment),
		async happen() {
			await stepAs(run, note.by, ['logbook', note.id], addNote, {
				...handed(run, note),
				place: file.places.find(({ id }) => id === note.place)?.name[run.language],
				text: marked(run, file, note.text),
			});
			if (note.shared)
				await stepAs(run, note.by, ['note', note.id], shareNote, {
					noteId: stepId(run, 'logbook', note.id),
					version: 1,
				});
		},
	}));
}

function loadPassage(
	run: ExampleRun,
	file: ExampleLifeworld,
	{ id, by, source, part, words, ...meaning }: ExampleLifeworld['passages'][number],
) {
	const text = textAt(run, file, source, part);
	const start = text.indexOf(words[run.language]);
	return stepAs(run, by, ['passage', id], markPassages, {
		evidenceId: stepId(run, ...source),
		version: 1,
		marks: [{ part, start, end: start + words[run.language].length }],
		...meaning,
	});
}

/** The text that a passage is of, as it was handed in. */
function textAt(
	run: ExampleRun,
	{ conversations, observations, notes }: ExampleLifeworld,
	[kind, id]: [string, string],
	part: string,
): string {
	const texts: Record<string, Text | undefined> = {
		...conversations.find((one) => kind === 'conversation' && one.id === id)?.answers,
		seen: observations.find((one) => kind === 'observation' && one.id === id)?.seen,
		text: notes.find((one) => kind === 'note' && one.id === id)?.text,
	};
	return texts[part.replace(/^answers\./, '')]?.[run.language] ?? '';
}
