import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	addObservation,
	changeObservation,
} from '#features/lifeworld/observation.commands.server.ts';
import type { Actor, Member } from '#kernel/actor.ts';
import type { Failure } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { readConfig } from '#server/config.ts';
import { asOwner } from '#server/database/owner.ts';
import { markedJpeg } from '#server/files/jpeg.test-data.ts';
import { placeOfPieces, takePiece } from '#server/files/pieces.server.ts';
import { setRuntime } from '#server/runtime.ts';
import { testWorld } from '#tests/support/world.ts';
import {
	beginAttachment,
	changeAttachment,
	eraseAttachment,
	finishAttachment,
	restoreAttachment,
	withdrawAttachment,
} from './attachment.commands.server.ts';
import { attachmentFile, listAttachments, readAttachment } from './attachment.queries.server.ts';
import { withdrawEvidence } from './evidence.commands.server.ts';
import { readEvidence } from './evidence.queries.server.ts';
import { keepEvidenceInside, releaseEvidence } from './second-reading.commands.server.ts';
import { listSecondReading, waitingFile } from './second-reading.queries.server.ts';

const world = await testWorld();
const { kernel, home, elsewhere, database } = world;
const dataDir = mkdtempSync(path.join(tmpdir(), 'waiting-'));
setRuntime({ config: readConfig({ DATA_DIR: dataDir, PUBLIC_URL: 'https://wijk.example' }), database }); // prettier-ignore
afterAll(() => rmSync(dataDir, { recursive: true }));

const { trajectoryId } = home;
const { professional, process_manager: reader, resident_representative: other } = home.members;
const photo = await markedJpeg(400, 300);
const sha256 = createHash('sha256').update(photo).digest('hex');
const waitsFor = 'Bij de brug slapen dakloze mensen.';
const plain = 'Het plein ligt er netjes bij.';

let outsider: Member;
beforeAll(async () => {
	outsider = await world.addMember(home, 'reader', home.organisations.residents);
	await asOwner(database.owner, (tx) => tx.deleteFrom('mail').execute());
});

async function handIn(seen = waitsFor, visibility = 'public'): Promise<string> {
	const note = { trajectoryId, place: 'Brug', seen, visibility };
	const { id } = await kernel.run(professional, addObservation, note);
	return id;
}

async function begin(evidenceId: string, description = 'De brug'): Promise<string> {
	const announced = { evidenceId, kind: 'photo', size: photo.length, sha256, consent: 'agreed', description }; // prettier-ignore
	const { id } = await kernel.run(professional, beginAttachment, announced, newId());
	await takePiece(placeOfPieces(home.id, id), 0, photo.length, Readable.from([photo]));
	return id;
}

async function attach(evidenceId: string, description?: string): Promise<string> {
	const id = await begin(evidenceId, description);
	await kernel.run(professional, finishAttachment, { attachmentId: id });
	return id;
}

const codeOf = (doing: Promise<unknown>) =>
	doing.then(
		() => 'done',
		(failure: unknown) => (failure as Failure).code,
	);
const looksAt = (who: Actor, attachmentId: string) =>
	codeOf(kernel.ask(who, waitingFile, { attachmentId, name: '320' }));
const opens = (who: Actor, attachmentId: string) =>
	codeOf(kernel.ask(who, attachmentFile, { attachmentId, name: '320' }));
const stateOf = (evidenceId: string) => kernel.ask(professional, readEvidence, { evidenceId });

describe('a second reader of another organisation', () => {
	it('sees the photos of what waits, and nobody else of another organisation does', async () => {
		const evidenceId = await handIn();
		const id = await attach(evidenceId);
		const { waiting } = await kernel.ask(reader, listSecondReading, { trajectoryId });
		const source = waiting.find((one) => one.id === evidenceId);
		expect(source?.attachments).toMatchObject([{ id, description: 'De brug', state: 'stored' }]);
		expect(await looksAt(reader, id)).toBe('done');
		expect(await looksAt(other, id)).toBe('trajectory.not_leading');
		expect(await looksAt(outsider, id)).toBe('role_not_allowed');
		expect(await codeOf(kernel.ask(home.visitor, waitingFile, { attachmentId: id, name: '320' }))).not.toBe('done'); // prettier-ignore
		for (const stranger of Object.values(elsewhere.members))
			expect(await looksAt(stranger, id)).toBe('not_found');
	});

	it('gets at them by that way alone: by no other query or command', async () => {
		const evidenceId = await handIn();
		const attachmentId = await attach(evidenceId);
		expect(await opens(reader, attachmentId)).toBe('not_found');
		expect(await codeOf(kernel.ask(reader, readAttachment, { attachmentId }))).toBe('not_found');
		expect(await codeOf(kernel.ask(reader, listAttachments, { evidenceId }))).toBe('not_found');
		const which = { attachmentId, version: 1 };
		expect(await codeOf(kernel.run(reader, changeAttachment, { ...which, description: 'Nee', consent: 'nobody' }))).toBe('not_found'); // prettier-ignore
		expect(await codeOf(kernel.run(reader, withdrawAttachment, { ...which, reason: 'Nee' }))).toBe('not_found'); // prettier-ignore
		expect(await codeOf(kernel.run(reader, eraseAttachment, { attachmentId }))).toBe('not_found');
	});

	it('sees nothing that does not wait: what is inside, was sent back, taken away, still coming or withdrawn', async () => {
		const inside = await attach(await handIn(plain, 'organisation'));
		expect(await looksAt(reader, inside)).toBe('not_found');
		const careInside = await attach(await handIn(waitsFor, 'organisation'));
		expect(await looksAt(reader, careInside)).toBe('not_found');

		const evidenceId = await handIn();
		const id = await attach(evidenceId);
		const coming = await begin(evidenceId);
		const taken = await attach(evidenceId);
		await kernel.run(professional, withdrawAttachment, { attachmentId: taken, version: 1, reason: 'Vergissing' }); // prettier-ignore
		expect(await looksAt(reader, coming)).toBe('not_found');
		expect(await looksAt(reader, taken)).toBe('not_found');
		const { waiting } = await kernel.ask(reader, listSecondReading, { trajectoryId });
		expect(waiting.find((one) => one.id === evidenceId)?.attachments).toHaveLength(1);
		const { version } = await stateOf(evidenceId);
		const remark = 'Graag zonder de plek.';
		await kernel.run(reader, keepEvidenceInside, { evidenceId, version, remark });
		expect(await looksAt(reader, id)).toBe('not_found');

		const withdrawn = await handIn();
		const ofWithdrawn = await attach(withdrawn);
		await kernel.run(professional, withdrawEvidence, { evidenceId: withdrawn, version: (await stateOf(withdrawn)).version, reason: 'Vergissing' }); // prettier-ignore
		expect(await looksAt(reader, ofWithdrawn)).toBe('not_found');
	});
});

describe('what comes to a source after it was released', () => {
	async function released(): Promise<string> {
		const evidenceId = await handIn();
		const { version } = await stateOf(evidenceId);
		await kernel.run(reader, releaseEvidence, { evidenceId, version });
		return evidenceId;
	}
	const hidden = { visibility: 'organisation', wishedVisibility: 'public' };

	it('waits again with it when a photo came in', async () => {
		const evidenceId = await released();
		const id = await attach(evidenceId);
		expect(await stateOf(evidenceId)).toMatchObject(hidden);
		expect(await opens(other, id)).toBe('not_found');
	});

	it('waits again when a photo that was taken away while it was read is put back', async () => {
		const evidenceId = await handIn();
		const attachmentId = await attach(evidenceId);
		await kernel.run(professional, withdrawAttachment, { attachmentId, version: 1, reason: 'Even weg' }); // prettier-ignore
		const { version } = await stateOf(evidenceId);
		await kernel.run(reader, releaseEvidence, { evidenceId, version });
		await kernel.run(professional, restoreAttachment, { attachmentId, version: 2 });
		expect(await stateOf(evidenceId)).toMatchObject(hidden);
		expect(await opens(other, attachmentId)).toBe('not_found');
	});

	it('waits again when something else is said of a photo', async () => {
		const evidenceId = await handIn();
		const attachmentId = await attach(evidenceId);
		await kernel.run(reader, releaseEvidence, { evidenceId, version: (await stateOf(evidenceId)).version }); // prettier-ignore
		await kernel.run(professional, changeAttachment, { attachmentId, version: 1, description: 'Tenten', consent: 'nobody' }); // prettier-ignore
		expect(await stateOf(evidenceId)).toMatchObject(hidden);
	});

	it('of a plain note waits when what is said of its photo points to a vulnerable group, also after a new text', async () => {
		const evidenceId = await handIn(plain);
		expect(await stateOf(evidenceId)).toMatchObject({ visibility: 'public' });
		const id = await attach(evidenceId, 'Hier slapen verslaafden');
		expect(await stateOf(evidenceId)).toMatchObject(hidden);
		expect(await opens(other, id)).toBe('not_found');
		const { version } = await stateOf(evidenceId);
		await kernel.run(professional, changeObservation, { evidenceId, version, place: 'Brug', seen: `${plain} Nog steeds.` }); // prettier-ignore
		expect(await stateOf(evidenceId)).toMatchObject(hidden);
	});
});

describe('whoever wrote it', () => {
	const mails = () =>
		asOwner(database.owner, (tx) =>
			tx.selectFrom('mail').select(['recipient', 'subject', 'body']).execute(),
		);

	it('hears by mail that it was released, or that a change is asked for, without a word of the text', async () => {
		await asOwner(database.owner, (tx) => tx.deleteFrom('mail').execute());
		const evidenceId = await handIn();
		await kernel.run(reader, releaseEvidence, { evidenceId, version: 1 });
		const sent = await handIn();
		const remark = 'Graag zonder de plek.';
		await kernel.run(reader, keepEvidenceInside, { evidenceId: sent, version: 1, remark });
		const [first, second] = await mails();
		expect(first?.subject).toMatch(/vrijgegeven/);
		expect(first?.body).toContain(`/bron/${evidenceId}`);
		expect(second?.subject).toMatch(/aanpassen/);
		expect(second?.body).toContain(`/bron/${sent}`);
		for (const { body } of [first!, second!]) {
			expect(body).not.toContain('brug');
			expect(body).not.toContain(remark);
		}
		expect((await stateOf(sent)).second).toMatchObject({ decision: 'kept', remark });
	});

	it('hears nothing by mail who asked for no messages', async () => {
		const quiet = await world.addMember(home, 'professional', home.organisations.welfare);
		await asOwner(database.owner, async (tx) => {
			await tx.deleteFrom('mail').execute();
			await tx.updateTable('person').set({ no_messages: true }).where('id', '=', quiet.personId).execute(); // prettier-ignore
		});
		const note = { trajectoryId, place: 'Brug', seen: waitsFor, visibility: 'public' };
		const { id } = await kernel.run(quiet, addObservation, note);
		await kernel.run(reader, releaseEvidence, { evidenceId: id, version: 1 });
		expect(await mails()).toEqual([]);
	});
});
