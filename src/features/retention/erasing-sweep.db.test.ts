import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addFindingFromPassage } from '#features/analysis/passage-finding.commands.server.ts';
import { addFinding } from '#features/analysis/finding.commands.server.ts';
import {
	beginAttachment,
	changeAttachment,
	eraseAttachment,
	finishAttachment,
	withdrawAttachment,
} from '#features/evidence/attachment.commands.server.ts';
import { addEvidence, changeEvidence } from '#features/evidence/evidence.commands.server.ts';
import { readEvidence } from '#features/evidence/evidence.queries.server.ts';
import { keepEvidenceInside } from '#features/evidence/second-reading.commands.server.ts';
import { startWork } from '#features/jobs.server.ts';
import { addConversation, changeConversation } from '#features/lifeworld/conversation.commands.server.ts'; // prettier-ignore
import { addNote, changeNote, shareNote } from '#features/lifeworld/logbook.commands.server.ts';
import { addObservation, changeObservation } from '#features/lifeworld/observation.commands.server.ts'; // prettier-ignore
import { changePassage, markPassages } from '#features/lifeworld/passage.commands.server.ts';
import { listPassages } from '#features/lifeworld/passage.queries.server.ts';
import { addPhoto } from '#features/lifeworld/photo.commands.server.ts';
import { addWalk } from '#features/lifeworld/walk.commands.server.ts';
import { handIn, judge } from '#features/recognition/reaction.commands.server.ts';
import { listQueue } from '#features/recognition/reaction.queries.server.ts';
import { addRound, publishRound } from '#features/recognition/round.commands.server.ts';
import { addSentence } from '#features/recognition/sentence.commands.server.ts';
import { freezeReport } from '#features/report/report-version.commands.server.ts';
import { addMeeting, closeMeeting, minuteMeeting } from '#features/signals/meeting.commands.server.ts'; // prettier-ignore
import { readMeeting } from '#features/signals/meeting.queries.server.ts';
import { addPost, letInPost, takeBackPost } from '#features/signals/post.commands.server.ts';
import { listPosts, postForm } from '#features/signals/post.queries.server.ts';
import { addSignal, changeSignal } from '#features/signals/signal.commands.server.ts';
import { readSignal } from '#features/signals/signal.queries.server.ts';
import { decideSignal, reportSignal } from '#features/signals/step.commands.server.ts';
import { tellMeeting } from '#features/signals/telling.commands.server.ts';
import type { Failure } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { newSecret } from '#kernel/secret.server.ts';
import { readConfig } from '#server/config.ts';
import { asOwner } from '#server/database/owner.ts';
import { placeOfPieces, takePiece } from '#server/files/pieces.server.ts';
import { runEndings, setRuntime } from '#server/runtime.ts';
import { themes } from '#tests/support/filled-world.ts';
import { placesOfText } from '#tests/support/places-of-text.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { testWorld } from '#tests/support/world.ts';
import { eraseContribution, takeBack } from './contribution.commands.server.ts';
import { clearPastPeriod } from './retention-job.server.ts';

/**
 * A word that is nowhere else is put by commands into every text that the lived world knows; after erasing it is looked for
 * in every column of every table, whatever the schema, and in every file on the disk.
 */
const world = await testWorld();
const { kernel, home, database } = world;
const dataDir = mkdtempSync(path.join(tmpdir(), 'sweep-'));
setRuntime({ config: readConfig({ DATA_DIR: dataDir }), database });
afterAll(async () => {
	await runEndings();
	rmSync(dataDir, { recursive: true });
});

const { professional, administrator, process_manager: manager, resident_representative: resident } = home.members; // prettier-ignore
const { trajectoryId } = home;
const theme = themes[0] as string;

/** Another for each test: what one left behind is not found by the next. */
let mark = '';
let count = 0;
let versions = 0;
/** So long that excerpts of it are cut off, over two lines, with letters that JSON writes otherwise. */
const say = (what: string) =>
	`${mark} ${what}: op de hoek van het plein staan 's avonds "altijd" groepjes jongeren en ouderen bij elkaar, al jaren.\nOok ${mark} vertelt dat de bankjes er beter bij staan dan een jaar geleden.`;
const short = (what: string) => `${mark} ${what}`;

const places = () => placesOfText(database.owner, mark);
/** The files under the data folder that hold the word. */
function files(): string[] {
	const all = readdirSync(dataDir, { recursive: true, encoding: 'utf8' });
	return all
		.map((name) => path.join(dataDir, name))
		.filter((name) => statSync(name).isFile() && readFileSync(name).includes(mark));
}
async function nowhere(): Promise<void> {
	expect(await places()).toEqual([]);
	await expect.poll(files, { timeout: 20_000 }).toEqual([]);
}

const versionOf = async (evidenceId: string) =>
	(await kernel.ask(professional, readEvidence, { evidenceId })).version;
const erase = async (evidenceId: string, who = professional) =>
	kernel.run(who, eraseContribution, { evidenceId, sure: true, version: await versionOf(evidenceId) }); // prettier-ignore

const pdfOf = (word: string) =>
	Buffer.from(
		`%PDF-1.7\n% ${word}\n1 0 obj\n<<>>\nendobj\n% ${word.repeat(30)}\ntrailer <<>>\n%%EOF\n`,
	);
async function attach(evidenceId: string, isWhole = true): Promise<string> {
	const pdf = pdfOf(mark);
	const sha256 = createHash('sha256').update(pdf).digest('hex');
	const announced = { evidenceId, kind: 'file', size: pdf.length, sha256, consent: 'nobody', description: say('bijlage') }; // prettier-ignore
	const { id } = await kernel.run(professional, beginAttachment, announced, newId());
	await takePiece(placeOfPieces(home.id, id), 0, isWhole ? pdf.length : 200, Readable.from([isWhole ? pdf : pdf.subarray(0, 200)])); // prettier-ignore
	if (isWhole) await kernel.run(professional, finishAttachment, { attachmentId: id });
	return id;
}

/** A finding that rests on a source, and a frozen report that lists the source and cites it. */
async function cited(evidenceId: string, passageIds: string[] = []): Promise<void> {
	const finding = {
		trajectoryId,
		themes: [theme],
		kind: 'risk',
		text: 'Het plein is van iedereen.',
	};
	await kernel.run(manager, addFinding, { ...finding, evidenceIds: [evidenceId] });
	if (passageIds.length > 0)
		await kernel.run(manager, addFindingFromPassage, { ...finding, passageIds });
	versions += 1;
	const frozen = { trajectoryId, name: `Versie ${versions}`, visibility: 'participants' };
	await kernel.run(manager, freezeReport, frozen);
}

beforeAll(async () => {
	await startWork(kernel);
	await sqlAsOwner(database.owner, "UPDATE trajectory SET public_parts = '{signals,recognition}'"); // prettier-ignore
});
beforeEach(() => {
	count += 1;
	mark = `zwaluw${String.fromCharCode(96 + count).repeat(3)}staart`;
});

const codeOf = (doing: Promise<unknown>) =>
	doing.then(
		() => 'done',
		(failure: unknown) => (failure as Failure).code,
	);

describe('after erasing it is nowhere: what was said', () => {
	it('in an observation, its former versions, passages, files whole, half, taken away and erased before', async () => {
		const spot = { trajectoryId, place: short('plein'), themes: [theme] };
		const { id: evidenceId } = await kernel.run(professional, addObservation, { ...spot, seen: say('eerst'), activities: say('bezig') }); // prettier-ignore
		const { trajectoryId: _, ...changed } = spot;
		await kernel.run(professional, changeObservation, { evidenceId, version: 1, ...changed, seen: say('later') }); // prettier-ignore
		const marked = { evidenceId, version: 2, marks: [{ part: 'seen', start: 0, end: 90 }] };
		await kernel.run(professional, markPassages, { ...marked, isQuote: true, themes: [theme] });
		const { items } = await kernel.ask(professional, listPassages, { trajectoryId, evidenceId });
		const [passage] = items;
		await kernel.run(professional, changePassage, { passageId: passage?.id, version: passage?.version, isQuote: true, side: 'risk' }); // prettier-ignore
		const whole = await attach(evidenceId);
		await kernel.run(professional, changeAttachment, { attachmentId: whole, version: 1, consent: 'nobody', description: say('anders') }); // prettier-ignore
		const away = await attach(evidenceId);
		await kernel.run(professional, withdrawAttachment, { attachmentId: away, version: 1, reason: short('weg') }); // prettier-ignore
		await attach(evidenceId, false);
		await cited(evidenceId, [passage?.id ?? '']);
		expect(await places()).toEqual(
			expect.arrayContaining([
				'attachment.description',
				'attachment.withdrawn_reason',
				'evidence.details',
				'evidence.place',
				'evidence.title',
				'evidence_word.word',
				'kept_version.content',
				'passage.text',
				'report_version_document.model',
			]),
		);
		expect(files().length).toBeGreaterThanOrEqual(3);
		await erase(evidenceId);
		await nowhere();
	});

	it('of one file that is removed by itself, also before it was changed', async () => {
		const note = { trajectoryId, place: 'Plein', seen: 'Het is er rustig.' };
		const { id: evidenceId } = await kernel.run(professional, addObservation, note);
		const attachmentId = await attach(evidenceId);
		await kernel.run(professional, changeAttachment, { attachmentId, version: 1, consent: 'nobody', description: say('anders') }); // prettier-ignore
		expect(await places()).toEqual(expect.arrayContaining(['attachment.description', 'kept_version.content'])); // prettier-ignore
		await kernel.run(professional, eraseAttachment, { attachmentId });
		await nowhere();
	});

	it('in a conversation with quotes, and its former versions', async () => {
		const talk = { guide: 'resident', place: short('markt'), answers: { pleasant: say('prettig'), together: say('samen') }, stack: short('stapel'), sheet: '12' }; // prettier-ignore
		const { id: evidenceId } = await kernel.run(professional, addConversation, { trajectoryId, ...talk }); // prettier-ignore
		await kernel.run(professional, changeConversation, { evidenceId, version: 1, ...talk, answers: { pleasant: say('nu') } }); // prettier-ignore
		const marks = [{ part: 'answers.pleasant', start: 0, end: 60 }];
		await kernel.run(professional, markPassages, { evidenceId, version: 2, marks, isQuote: true });
		await cited(evidenceId);
		await erase(evidenceId);
		await nowhere();
	});

	it('in a walk, a photo, a document and a meeting', async () => {
		const add = [
			() => kernel.run(professional, addWalk, { trajectoryId, place: short('wijk'), route: `${short('park')}\n${short('brug')}`, attention: say('let op'), summary: say('samengevat') }), // prettier-ignore
			() => kernel.run(professional, addPhoto, { trajectoryId, place: short('plein'), seen: say('te zien') }), // prettier-ignore
			() => kernel.run(professional, addEvidence, { trajectoryId, kind: 'document', title: short('rapport'), place: short('plein'), details: { author: short('bureau'), reference: short('nummer'), summary: say('inhoud') } }), // prettier-ignore
			() => kernel.run(professional, addEvidence, { trajectoryId, kind: 'meeting', title: short('avond'), place: short('buurthuis'), details: { summary: say('besproken') } }), // prettier-ignore
		];
		for (const one of add) {
			const { id } = await one();
			expect(await places()).toContain('evidence.title');
			await cited(id);
			await erase(id);
			await nowhere();
		}
		const { id: evidenceId } = await kernel.run(professional, addEvidence, { trajectoryId, kind: 'document', title: short('eerst') }); // prettier-ignore
		await kernel.run(professional, changeEvidence, { evidenceId, version: 1, kind: 'document', title: 'Zonder' }); // prettier-ignore
		expect(await places()).toEqual(['kept_version.content']);
		await erase(evidenceId);
		await nowhere();
	});

	it('in a logbook, shared', async () => {
		const note = { text: say('dagboek'), place: short('straat') };
		const { id: noteId } = await kernel.run(professional, addNote, { trajectoryId, ...note });
		await kernel.run(professional, changeNote, { noteId, version: 1, ...note, text: say('nog een keer') }); // prettier-ignore
		const { id: evidenceId } = await kernel.run(professional, shareNote, { noteId, version: 2 });
		expect(await places()).toEqual(expect.arrayContaining(['logbook_note.text', 'logbook_note.place'])); // prettier-ignore
		await erase(evidenceId);
		await nowhere();
	});

	it('by a second reader, of what was sent back', async () => {
		const note = { trajectoryId, place: 'Brug', seen: 'Hier slapen verslaafden.', visibility: 'participants' }; // prettier-ignore
		const { id: evidenceId } = await kernel.run(professional, addObservation, note);
		await kernel.run(manager, keepEvidenceInside, { evidenceId, version: 1, remark: say('anders') }); // prettier-ignore
		expect(await places()).toEqual(['evidence.second_remark']);
		await erase(evidenceId);
		await nowhere();
	});

	it('in a signal, its course, the minutes that quote it and the mail about it', async () => {
		const signal = { about: 'place', place: short('plein'), text: say('signaal'), aboutOnePerson: 'no' }; // prettier-ignore
		const { id: evidenceId } = await kernel.run(professional, addSignal, {
			trajectoryId,
			...signal,
		});
		await kernel.run(professional, changeSignal, { evidenceId, version: 1, about: 'place', place: short('plein'), text: say('beter gezegd') }); // prettier-ignore
		const held = { trajectoryId, heldOn: '2026-03-01', otherPoints: `Bespreken: ${say('beter gezegd')}` }; // prettier-ignore
		const { id: coreMeetingId } = await kernel.run(manager, addMeeting, held);
		const { participants } = await kernel.ask(manager, readMeeting, { coreMeetingId });
		const step = { signalId: evidenceId, coreMeetingId };
		const now = async () => (await kernel.ask(manager, readSignal, { signalId: evidenceId })).signal?.version; // prettier-ignore
		await kernel.run(manager, decideSignal, { ...step, version: await now(), kind: 'looking', participantId: participants[0]?.id, text: say('omdat') }); // prettier-ignore
		await kernel.run(manager, reportSignal, { ...step, version: await now(), text: say('gevonden') }); // prettier-ignore
		const minutes = { coreMeetingId, decisions: `Besloten over “${say('beter gezegd')}”`, notes: `Gezegd: ${say('gevonden')}` }; // prettier-ignore
		await kernel.run(manager, minuteMeeting, { ...minutes, version: 1 });
		await kernel.run(manager, minuteMeeting, { ...minutes, version: 2, notes: `Weer: ${say('omdat')}` }); // prettier-ignore
		await kernel.run(manager, closeMeeting, { coreMeetingId, version: 3 });
		await kernel.run(manager, tellMeeting, { coreMeetingId, version: 4 });
		await cited(evidenceId);
		expect(await places()).toEqual(
			expect.arrayContaining(['core_meeting.decisions', 'core_meeting.notes', 'core_meeting.other_points', 'mail.body', 'signal_step.text']), // prettier-ignore
		);
		await erase(evidenceId);
		await nowhere();
		const { meeting } = await kernel.ask(manager, readMeeting, { coreMeetingId });
		expect(meeting.decisions).toBe('Besloten over “▇▇▇”');
	});

	async function handInPost(email: string | null) {
		const { check } = await kernel.ask(manager, postForm, { trajectoryId });
		const follow = newSecret();
		const { id } = await kernel.run(manager, addPost, {
			...{ trajectoryId, about: 'place', place: short('plein'), text: say('bewoner') },
			...{ aboutOnePerson: 'no', email, follow, check: { challenge: check.challenge } },
		});
		const { waiting } = await kernel.ask(manager, listPosts, { trajectoryId });
		const post = waiting.find((one) => one.id === id);
		await kernel.run(manager, letInPost, { signalPostId: id, version: post?.version, text: say('bewoner'), place: short('plein') }); // prettier-ignore
		return { id, follow };
	}

	it('by a resident in a signal, and the address that they left', async () => {
		const { id } = await handInPost(`${mark}@voorbeeld.invalid`);
		expect(await places()).toEqual(
			expect.arrayContaining(['mail.recipient', 'signal_address.email', 'signal_post.place', 'signal_post.text']), // prettier-ignore
		);
		await erase(id, administrator);
		await nowhere();
	});

	it('by a resident who took the signal back, once what was withdrawn is past its period', async () => {
		const { id, follow } = await handInPost(null);
		await kernel.run(home.visitor, takeBackPost, { secret: follow });
		expect((await places()).filter((place) => place.startsWith('signal'))).toEqual([]);
		const [kept] = await sqlAsOwner<{ count: number }>(database.owner, "SELECT count(*)::int FROM kept_version WHERE table_name = 'signal_post' AND id = $1", [id]); // prettier-ignore
		expect(kept?.count).toBe(0);
		await sqlAsOwner(database.owner, "UPDATE evidence SET withdrawn_at = '2020-01-01' WHERE id = $1", [id]); // prettier-ignore
		await clearPastPeriod(kernel, home.id);
		await nowhere();
	});

	async function react(kind: string): Promise<string> {
		const { id: recognitionRoundId } = await kernel.run(manager, addRound, { trajectoryId, opensOn: '2020-01-01' }); // prettier-ignore
		const { id: sentenceId } = await kernel.run(manager, addSentence, { recognitionRoundId, theme, text: 'Het plein is gezellig.' }); // prettier-ignore
		await kernel.run(manager, publishRound, { recognitionRoundId, version: 1 });
		const reactions = [{ sentenceId, kind, remark: say('reactie').slice(0, 400) }];
		await kernel.run(resident, handIn, { recognitionRoundId, secret: newSecret(), reactions });
		const { items } = await kernel.ask(manager, listQueue, { trajectoryId, which: 'waiting' });
		expect(items).toHaveLength(1);
		const closed = { recognitionRoundId, at: '2020-01-02' };
		await sqlAsOwner(database.owner, 'UPDATE recognition_round SET closes_on = $2 WHERE id = $1', [closed.recognitionRoundId, closed.at]); // prettier-ignore
		return items[0]?.id ?? '';
	}

	it('by a resident in a reaction that became a source', async () => {
		const recognitionReactionId = await react('differs');
		await kernel.run(manager, judge, { recognitionReactionId, version: 1, outcome: 'accepted' });
		const [row] = await sqlAsOwner<{ evidence_id: string }>(database.owner, 'SELECT evidence_id FROM recognition_reaction WHERE id = $1', [recognitionReactionId]); // prettier-ignore
		expect(await places()).toEqual(expect.arrayContaining(['recognition_reaction.remark', 'evidence.details'])); // prettier-ignore
		await erase(row?.evidence_id ?? '', administrator);
		await nowhere();
	});

	it('in a reaction that was refused, and in a logbook that nobody shared, once past their period', async () => {
		const recognitionReactionId = await react('add');
		await kernel.run(manager, judge, { recognitionReactionId, version: 1, outcome: 'refused', reason: 'off_topic' }); // prettier-ignore
		const note = { text: say('voor mijzelf'), place: short('straat') };
		const { id: noteId } = await kernel.run(professional, addNote, { trajectoryId, ...note });
		await kernel.run(professional, changeNote, {
			noteId,
			version: 1,
			...note,
			text: say('anders'),
		});
		expect(await places()).toEqual(expect.arrayContaining(['kept_version.content', 'logbook_note.text', 'recognition_reaction.remark'])); // prettier-ignore
		await clearPastPeriod(kernel, home.id);
		expect(await places()).toContain('logbook_note.text');
		for (const table of ['recognition_reaction', 'logbook_note'])
			await sqlAsOwner(database.owner, `UPDATE ${table} SET created_at = '2020-01-01'`);
		await clearPastPeriod(kernel, home.id);
		await nowhere();
	});

	it('in answers to requests that were sent twice: no receipt holds a text', async () => {
		const note = { trajectoryId, place: short('plein'), seen: say('eens') };
		const request = newId();
		const first = await kernel.run(professional, addObservation, note, request);
		expect(await kernel.run(professional, addObservation, note, request)).toEqual(first);
		const refused = kernel.run(professional, takeBack, { evidenceId: first.id, version: 9, reason: '' }); // prettier-ignore
		expect(await codeOf(refused)).toBe('changed_meanwhile');
		expect((await places()).filter((place) => /command_record|graphile/.test(place))).toEqual([]);
		await erase(first.id);
		await nowhere();
	});
});

describe('the job of the night', () => {
	/** Asks for a job by its name, as the clock does. */
	const ask = (task: string) =>
		sqlAsOwner(database.owner, 'SELECT graphile_worker.add_job($1)', [task]);

	it('forgets addresses of residents that nobody confirmed in a week, and any after a year; the others stay', async () => {
		const hand = async (email: string) => {
			const { check } = await kernel.ask(manager, postForm, { trajectoryId });
			const { id } = await kernel.run(manager, addPost, { trajectoryId, about: 'place', place: 'Plein', text: 'De lamp doet het niet.', aboutOnePerson: 'no', email, follow: newSecret(), check: { challenge: check.challenge } }); // prettier-ignore
			return id;
		};
		const now = world.clock.now().getTime();
		const daysAgo = (days: number) => new Date(now - days * 86_400_000);
		const age = (id: string, created: number, confirmed: number | null) =>
			asOwner(database.owner, (tx) =>
				tx
					.updateTable('signal_address')
					.set({
						created_at: daysAgo(created),
						confirmed_at: confirmed === null ? null : daysAgo(confirmed),
					}) // prettier-ignore
					.where('signal_post_id', '=', id)
					.execute(),
			);
		await age(await hand('nooit@voorbeeld.invalid'), 8, null);
		await age(await hand('oud@voorbeeld.invalid'), 400, 370);
		await age(await hand('nieuw@voorbeeld.invalid'), 6, null);
		await age(await hand('bevestigd@voorbeeld.invalid'), 300, 300);
		await ask('forget_signal_addresses');
		const left = async () =>
			(await sqlAsOwner<{ email: string }>(database.owner, 'SELECT email FROM signal_address ORDER BY email')).map(({ email }) => email); // prettier-ignore
		await expect.poll(left, { timeout: 20_000 }).toEqual(['bevestigd@voorbeeld.invalid', 'nieuw@voorbeeld.invalid']); // prettier-ignore
	}, 40_000);

	it('erases what is past its period, with its files, in every municipality', async () => {
		const note = { trajectoryId, place: short('plein'), seen: say('oud') };
		const { id: evidenceId } = await kernel.run(professional, addObservation, note);
		await attach(evidenceId);
		await sqlAsOwner(database.owner, "UPDATE evidence SET created_at = '2010-01-01' WHERE id = $1", [evidenceId]); // prettier-ignore
		await ask('clear_past_period');
		await expect.poll(places, { timeout: 20_000 }).toEqual([]);
		await nowhere();
	}, 60_000);
});
