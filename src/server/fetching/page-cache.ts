import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A page that was kept. */
export interface KeptPage {
	/** From 0. */
	index: number;
	address: string;
	/** The address of the page after it; null after the last. */
	next: string | null;
	/** How many records it holds. */
	records: number;
	/** SHA-256 of the answer, in hex. */
	digest: string;
	/** How long the answer is, unpacked. */
	bytes: number;
}

/**
 * The pages of one fetch on disk, so that a fetch that was broken off goes on where it was. A page counts when its
 * checksum holds; the first one that does not, and all after it, are fetched again. `key` names what is fetched and
 * which version of it: pages of two versions never come together. Written beside and moved into place, so that a
 * process that dies half-way leaves no half page.
 */
export class PageCache {
	private readonly folder: string;

	/** `root` is the folder of all caches; `key` any text. */
	constructor(root: string, key: string) {
		this.folder = path.join(root, createHash('sha256').update(key).digest('hex').slice(0, 32));
	}

	/** The pages that are there, from the first on, without a gap. */
	async pages(): Promise<KeptPage[]> {
		const pages: KeptPage[] = [];
		for (;;) {
			const page = await this.read(pages.length).catch(() => null);
			if (!page) return pages;
			pages.push(page.about);
		}
	}

	/** A page with what it holds. Rejects when it is not there or was damaged. */
	async read(index: number): Promise<{ about: KeptPage; content: Uint8Array }> {
		const about = JSON.parse(await readFile(this.place(index, 'about'), 'utf8')) as KeptPage;
		const content = await unpack(await readFile(this.place(index, 'page')));
		if (digestOf(content) !== about.digest) throw new Error('A page in the cache was damaged.');
		return { about, content };
	}

	/** Where a page that is there lies, packed with gzip: for whoever reads it in a thread of its own. */
	location(index: number): string {
		return this.place(index, 'page');
	}

	async keep(page: Omit<KeptPage, 'digest' | 'bytes'>, content: Uint8Array): Promise<KeptPage> {
		const { index } = page;
		const about = { ...page, digest: digestOf(content), bytes: content.length };
		await mkdir(this.folder, { recursive: true });
		await this.write(this.place(index, 'page'), await pack(content, { level: 1 }));
		// After its content: a page without this is not there.
		await this.write(this.place(index, 'about'), JSON.stringify(about));
		return about;
	}

	async drop(): Promise<void> {
		await rm(this.folder, { recursive: true, force: true });
	}

	private place(index: number, kind: 'page' | 'about'): string {
		const number = String(index).padStart(5, '0');
		return path.join(this.folder, kind === 'page' ? `${number}.json.gz` : `${number}.about.json`);
	}

	private async write(place: string, content: Uint8Array | string): Promise<void> {
		const beside = `${place}.${randomUUID()}`;
		await writeFile(beside, content, { mode: 0o600 });
		await rename(beside, place);
	}
}

function digestOf(content: Uint8Array): string {
	return createHash('sha256').update(content).digest('hex');
}

/** Removes caches that nobody touched since `before`: fetches that were never finished. Gives how many. */
export async function dropOldCaches(root: string, before: Date): Promise<number> {
	const names = await readdir(root).catch(() => []);
	let dropped = 0;
	for (const name of names) {
		const folder = path.join(root, name);
		const { mtime } = await stat(folder);
		if (mtime >= before) continue;
		await rm(folder, { recursive: true, force: true });
		dropped += 1;
	}
	return dropped;
}
