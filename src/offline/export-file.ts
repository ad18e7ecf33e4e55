import { zipSync } from 'fflate';
import { filesOf } from './outbox.ts';
import type { OutboxRecord } from './record.ts';

/** What is unsent as one ZIP: `records.json` with every record as it would be sent, and beside it the files they name. */
export async function exportFile(records: readonly OutboxRecord[]): Promise<Blob> {
	const parts: Record<string, Uint8Array> = {};
	const lines = [];
	for (const record of records) {
		const files = [];
		for (const { blob, owner: _, ...line } of await filesOf(record.id)) {
			const name = `files/${line.id}${extensionOf(blob.type)}`;
			parts[name] = new Uint8Array(await blob.arrayBuffer());
			files.push({ ...line, file: name });
		}
		const { id, address, body, kind, title, savedAt, trajectory, person, refusal } = record;
		lines.push({ id, address, body, kind, title, savedAt, trajectory, person, refusal, files });
	}
	parts['records.json'] = new TextEncoder().encode(JSON.stringify(lines, null, '\t'));
	// Photos are compressed already.
	return new Blob([zipSync(parts, { level: 0 }) as BlobPart], { type: 'application/zip' });
}

function extensionOf(type: string): string {
	const ending = /^[a-z]+\/([a-z0-9]{2,5})$/.exec(type)?.[1];
	return ending ? `.${ending.replace('jpeg', 'jpg')}` : '';
}

/** Hands a file to the person, as the browser does with downloads. */
export function download(file: Blob, name: string): void {
	const link = Object.assign(document.createElement('a'), {
		href: URL.createObjectURL(file),
		download: name,
	});
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
