import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addObservation } from '#features/lifeworld/observation.commands.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { readConfig } from '#server/config.ts';
import { mark, markedJpeg } from '#server/files/jpeg.test-data.ts';
import { bytesThere, placeOfPieces, takePiece } from '#server/files/pieces.server.ts';
import { asOwner } from '#server/database/owner.ts';
import { setRuntime } from '#server/runtime.ts';
import { testWorld } from '#tests/support/world.ts';
import { attachmentTasks, dropPiecesTask, eraseFilesTask } from './attachment-files.server.ts';
import {
	beginAttachment,
	changeAttachment,
	eraseAttachment,
	finishAttachment,
	restoreAttachment,
	withdrawAttachment,
} from './attachment.commands.server.ts';
import { attachmentFile, attachmentUpload, listAttachments } from './attachment.queries.server.ts';
import { listEvidence } from './evidence.queries.server.ts';
import { withdrawEvidence, setVisibility } from './evidence.commands.server.ts';

const { kernel, home, elsewhere, database } = await testWorld();
const dataDir = mkdtempSync(path.join(tmpdir(), 'photos-'));
setRuntime({ config: readConfig({ DATA_DIR: dataDir }), database });
afterAll(() => rmSync(dataDir, { recursive: true }));

const { professional, analyst, reader, process_manager: manager } = home.members;
const photo = await markedJpeg(400, 300);
const sha256 = createHash('sha256').update(photo).digest('hex');

async function observation(visibility = 'participants'): Promise<string> {
	const seen = { trajectoryId: home.trajectoryId, place: 'Plein', seen: 'Spelende kinderen' };
	const { id } = await kernel.run(professional, addObservation, { ...seen, visibility }, newId());
	return id;
}

async function begin(evidenceId: string, more = {}, id = newId()): Promise<string> {
	const announced = { evidenceId, kind: 'photo', size: photo.length, sha256, consent: 'nobody', description: 'Een plein', ...more }; // prettier-ignore
	await kernel.run(professional, beginAttachment, announced, id);
	return id;
}

async function* bytes(content: Uint8Array, cutAt = content.length): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < content.length; at += 1000) {
		if (at >= cutAt) throw new Error('The connection broke.');
		yield content.subarray(at, Math.min(at + 1000, content.length));
	}
}

async function send(id: string, content: Uint8Array = photo): Promise<void> {
	await takePiece(placeOfPieces(home.id, id), 0, content.length, bytes(content));
}

const finish = (id: string, actor: Actor = professional) =>
	kernel.run(actor, finishAttachment, { attachmentId: id });
const file = (actor: Actor, id: string, name = '320') =>
	kernel.ask(actor, attachmentFile, { attachmentId: id, name });

async function stored(visibility?: string, more = {}): Promise<{ id: string; evidenceId: string }> {
	const evidenceId = await observation(visibility);
	const id = await begin(evidenceId, more);
	await send(id);
	await finish(id);
	return { id, evidenceId };
}

/** Makes a part of the trajectory public, without the command of another room. */
const openToPublic = () =>
	asOwner(database.owner, (tx) =>
		tx
			.updateTable('trajectory')
			.set({ public_parts: ['analysis'] })
			.where('id', '=', home.trajectoryId)
			.execute(),
	);

describe('a photo that is sent', () => {
	it('is stored once it is whole, and then answers the checksum of what was sent', async () => {
		const evidenceId = await observation();
		const id = await begin(evidenceId);
		await expect(finish(id)).rejects.toMatchObject({ code: 'attachment.incomplete', data: { offset: 0 } }); // prettier-ignore
		await send(id);
		expect(await finish(id)).toEqual({ id, state: 'stored', size: photo.length, sha256 });
		expect(await finish(id)).toEqual({ id, state: 'stored', size: photo.length, sha256 });
		const { items } = await kernel.ask(reader, listAttachments, { evidenceId });
		expect(items).toMatchObject([{ id, state: 'stored', mediaType: 'image/webp', width: 300, height: 400 }]); // prettier-ignore
	});

	it('leaves no metadata in any file on disk, once the pieces are thrown away', async () => {
		const { id } = await stored();
		await attachmentTasks[dropPiecesTask]?.({ municipalityId: home.id, id });
		const all = readdirSync(dataDir, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && entry.parentPath.includes(id))
			.map((entry) => path.join(entry.parentPath, entry.name));
		expect(all.map((place) => path.basename(place)).toSorted()).toEqual(['1280', '2048', '320']);
		expect(existsSync(placeOfPieces(home.id, id))).toBe(false);
		for (const place of all)
			expect(readFileSync(place).toString('latin1')).not.toMatch(new RegExp(`${mark}|Exif|EXIF|XMP`)); // prettier-ignore
	});

	it('may be cut off anywhere, any number of times, and go on from what is there', async () => {
		const id = await begin(await observation());
		const place = placeOfPieces(home.id, id);
		for (let round = 0; (await bytesThere(place)) < photo.length; round += 1) {
			const offset = await bytesThere(place);
			const cut = Math.floor(((round * 7919) % 5000) + 1);
			const taken = await takePiece(place, offset, photo.length, bytes(photo.subarray(offset), cut)); // prettier-ignore
			expect(taken.offset).toBeGreaterThan(offset);
			// The same piece once more, and one from before: nothing changes.
			await takePiece(place, offset, photo.length, bytes(photo.subarray(offset, offset + 500)));
		}
		expect(await finish(id)).toMatchObject({ state: 'stored', sha256 });
	});

	it('in pieces that come at the same moment, or leave a gap, is still the same photo', async () => {
		const id = await begin(await observation());
		const place = placeOfPieces(home.id, id);
		expect(await takePiece(place, 100, photo.length, bytes(photo))).toEqual({ offset: 0, refused: 'gap' }); // prettier-ignore
		await Promise.all([1, 2, 3].map(() => takePiece(place, 0, photo.length, bytes(photo))));
		expect(await takePiece(place, photo.length, photo.length, bytes(photo))).toEqual({ offset: photo.length, refused: 'beyond' }); // prettier-ignore
		expect(await finish(id)).toMatchObject({ state: 'stored', sha256 });
	});

	it('is refused when other bytes came, and can be begun anew', async () => {
		const id = await begin(await observation());
		await send(id, Buffer.alloc(photo.length, 1));
		await expect(finish(id)).rejects.toMatchObject({ code: 'attachment.checksum', status: 422 });
		await send(id);
		expect(await finish(id)).toMatchObject({ state: 'stored' });
	});

	it('is refused when it is no photo, whatever it was announced as', async () => {
		const script = Buffer.from('<svg onload="alert(1)">');
		const sha = createHash('sha256').update(script).digest('hex');
		const id = await begin(await observation(), { size: script.length, sha256: sha });
		await send(id, script);
		await expect(finish(id)).rejects.toMatchObject({ code: 'attachment.unknown_type' });
	});

	it('announced twice is one; the same id for something else is refused', async () => {
		const evidenceId = await observation();
		const id = await begin(evidenceId);
		await begin(evidenceId, {}, id);
		await expect(begin(evidenceId, { consent: 'agreed' }, id)).rejects.toMatchObject({ code: 'request_reused' }); // prettier-ignore
		const { items } = await kernel.ask(professional, listAttachments, { evidenceId });
		expect(items.map((item) => [item.id, item.state])).toEqual([[id, 'coming']]);
	});

	it('too large for its kind, or one too many, is refused before a byte is sent', async () => {
		const evidenceId = await observation();
		await expect(begin(evidenceId, { size: 26 * 1024 * 1024 })).rejects.toMatchObject({ problems: [{ path: 'size', code: 'too_high' }] }); // prettier-ignore
		for (let count = 0; count < 20; count += 1) await begin(evidenceId);
		await expect(begin(evidenceId)).rejects.toMatchObject({ code: 'attachment.too_many' });
	});
});

describe('whose it is', () => {
	it('nobody else goes on with it, nor finds it by its id', async () => {
		const id = await begin(await observation());
		for (const other of [analyst, reader, elsewhere.members.professional])
			await expect(kernel.ask(other, attachmentUpload, { attachmentId: id })).rejects.toMatchObject({ status: 404 }); // prettier-ignore
		await send(id);
		for (const other of [analyst, manager, elsewhere.members.professional])
			await expect(finish(id, other)).rejects.toMatchObject({ status: 404 });
	});

	it('is seen by whoever sees the source, and by nobody else', async () => {
		const own = await stored('organisation');
		const shared = await stored('participants');
		expect(await file(professional, own.id)).toMatchObject({ mediaType: 'image/webp' });
		expect(await file(reader, shared.id)).toMatchObject({ mediaType: 'image/webp' });
		for (const [actor, id] of [
			[manager, own.id],
			[elsewhere.members.administrator, shared.id],
			[home.visitor, shared.id],
		] as const)
			await expect(file(actor, id)).rejects.toMatchObject({ status: expect.toSatisfy((status) => status === 404 || status === 401) }); // prettier-ignore
	});

	it('is public only with its source, and only when those on it agreed to that', async () => {
		await openToPublic();
		const agreed = await stored('public', { consent: 'agreed' });
		const all = await stored('public', { consent: 'agreed_public' });
		const hidden = await stored('public', { consent: 'nobody' });
		await kernel.run(professional, setVisibility, { evidenceId: hidden.evidenceId, version: 1, visibility: 'participants' }); // prettier-ignore
		expect(await file(home.visitor, all.id)).toMatchObject({ mediaType: 'image/webp' });
		for (const { id } of [agreed, hidden])
			await expect(file(home.visitor, id)).rejects.toMatchObject({ status: expect.toSatisfy((status) => status === 404 || status === 401) }); // prettier-ignore
		expect(await file(reader, agreed.id)).toMatchObject({ mediaType: 'image/webp' });
	});
});

describe('a photo that goes', () => {
	it('is gone for others when it is taken away, and comes back', async () => {
		const { id, evidenceId } = await stored();
		const which = { attachmentId: id, version: 1 };
		await kernel.run(professional, withdrawAttachment, { ...which, reason: 'Toch herkenbaar' });
		await expect(file(reader, id)).rejects.toMatchObject({ status: 404 });
		expect((await kernel.ask(reader, listAttachments, { evidenceId })).items).toEqual([]);
		expect(await file(professional, id)).toMatchObject({ mediaType: 'image/webp' });
		await kernel.run(professional, restoreAttachment, { ...which, version: 2 });
		expect(await file(reader, id)).toMatchObject({ mediaType: 'image/webp' });
	});

	it('is gone for others with its source', async () => {
		const { id, evidenceId } = await stored();
		await kernel.run(professional, withdrawEvidence, { evidenceId, version: 1, reason: 'Klopt niet' }); // prettier-ignore
		await expect(file(reader, id)).rejects.toMatchObject({ status: 404 });
		await expect(begin(evidenceId)).rejects.toMatchObject({ code: 'withdrawn' });
	});

	it('for good leaves neither file nor description', async () => {
		const { id, evidenceId } = await stored();
		const { location } = await file(professional, id);
		expect(existsSync(location)).toBe(true);
		await kernel.run(professional, eraseAttachment, { attachmentId: id });
		await attachmentTasks[eraseFilesTask]?.({ municipalityId: home.id, id });
		expect(existsSync(location)).toBe(false);
		await expect(file(professional, id)).rejects.toMatchObject({ status: 404 });
		await expect(finish(id)).rejects.toMatchObject({ code: 'attachment.gone' });
		expect((await kernel.ask(professional, listAttachments, { evidenceId })).items).toEqual([]);
	});

	it('keeps what was said of it before, when that is changed', async () => {
		const { id, evidenceId } = await stored();
		await kernel.run(professional, changeAttachment, { attachmentId: id, version: 1, consent: 'agreed', description: 'Bankjes' }); // prettier-ignore
		const { items } = await kernel.ask(reader, listAttachments, { evidenceId });
		expect(items).toMatchObject([{ consent: 'agreed', description: 'Bankjes', version: 2, may: { change: false } }]); // prettier-ignore
	});
});

describe('what a photo shows', () => {
	const finds = async (search: string, who: Actor = reader) => {
		const asked = { trajectoryId: home.trajectoryId, search };
		return (await kernel.ask(who, listEvidence, asked)).items.map((item) => item.id);
	};

	it('is found with its source by the words of its description, as long as it stands', async () => {
		const { id, evidenceId } = await stored(undefined, { description: 'Een regenboogvlag' });
		expect(await finds('regenboogvlag')).toEqual([evidenceId]);
		const change = { attachmentId: id, version: 1, description: 'Een windvaan' };
		await kernel.run(professional, changeAttachment, { ...change, consent: 'nobody' });
		expect(await finds('regenboogvlag')).toEqual([]);
		expect(await finds('windvaan')).toEqual([evidenceId]);
		await kernel.run(professional, withdrawAttachment, { attachmentId: id, version: 2, reason: 'Onscherp' }); // prettier-ignore
		expect(await finds('windvaan')).toEqual([]);
		await kernel.run(professional, restoreAttachment, { attachmentId: id, version: 3 });
		expect(await finds('windvaan')).toEqual([evidenceId]);
		await kernel.run(professional, eraseAttachment, { attachmentId: id });
		expect(await finds('windvaan')).toEqual([]);
		expect(await finds('spelende')).toContain(evidenceId);
	});

	it('is no way for the public to find what it may not see', async () => {
		await openToPublic();
		const visible = await stored('public', { description: 'Een muurschildering' });
		await stored('public', { description: 'Een muurschildering', consent: 'agreed' });
		expect(await finds('muurschildering')).toHaveLength(2);
		const { visitor } = home;
		expect(await finds('muurschildering', visitor)).toEqual([visible.evidenceId]);
	});
});
