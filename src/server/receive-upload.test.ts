import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { setRuntime, type Runtime } from '#server/runtime.ts';
import { uploadedFiles } from '#server/uploads.server.ts';
import { receiveUpload } from './receive-upload.server.ts';

beforeAll(() => {
	const dataDir = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-uploads-'));
	setRuntime({ config: { dataDir } } as Runtime);
});

const most = 10 * 1024 * 1024;

function send(id: string, files: [string, string][]): Request {
	const body = new FormData();
	body.set('requestId', id);
	body.set('year', '2020');
	for (const [name, content] of files) body.append('files', new Blob([content]), name);
	return new Request('http://localhost/', { method: 'POST', body });
}

it('keeps every byte of every file, in order, under a name of our own', async () => {
	const id = newId();
	const large = 'WK020210;3895\n'.repeat(200_000);
	const upload = await receiveUpload(
		send(id, [
			['../../kwb2020.csv', large],
			['b.json', '{}'],
		]),
		newId(),
		most,
	);
	expect(upload).toMatchObject({ id, files: 2, fields: { year: '2020' } });
	const kept = await uploadedFiles(id);
	expect(kept.map(({ name }) => name)).toEqual(['kwb2020.csv', 'b.json']);
	expect(readFileSync(kept[0]?.location ?? '', 'utf8')).toBe(large);
});

it('says that it was sent before, and leaves the first files alone', async () => {
	const id = newId();
	await receiveUpload(send(id, [['a.csv', 'first']]), newId(), most);
	expect(await receiveUpload(send(id, [['a.csv', 'second']]), newId(), most)).toEqual({
		repeats: id,
	});
	const [kept] = await uploadedFiles(id);
	expect(readFileSync(kept?.location ?? '', 'utf8')).toBe('first');
});

it('refuses a form without files', async () => {
	const upload = await receiveUpload(send(newId(), []), newId(), most);
	expect(upload).toMatchObject({ refused: 'no_files' });
});

it('keeps nothing of an upload that is cut off', async () => {
	const id = newId();
	const whole = await send(id, [['a.csv', 'x'.repeat(100_000)]]);
	const type = whole.headers.get('content-type') ?? '';
	const bytes = (await whole.bytes()).subarray(0, 50_000);
	const cut = new Request('http://localhost/', {
		method: 'POST',
		headers: { 'content-type': type },
		body: bytes,
	});
	expect(await receiveUpload(cut, newId(), most)).toMatchObject({ refused: 'cut_off' });
	expect(await uploadedFiles(id)).toEqual([]);
});

it('keeps nothing of files that are larger than they may be', async () => {
	const id = newId();
	const upload = await receiveUpload(send(id, [['a.csv', 'x'.repeat(2000)]]), newId(), 1000);
	expect(upload).toMatchObject({ refused: 'too_large' });
	expect(await uploadedFiles(id)).toEqual([]);
});
