import path from 'node:path';
import { fetchPages, nextOfOData } from '#server/fetching/fetch-pages.ts';
import { PageCache } from '#server/fetching/page-cache.ts';
import { under } from '#server/fetching/source-address.ts';
import { baseOf, type FetchContext, type TableAsked, type TableVersion } from './table-asked.ts';

/** The pages of one fetch of one version of a table: each part (`TableInfos`, `Observations`) has a cache of its own. */
export class TablePages {
	private readonly asked: TableAsked;
	private readonly version: TableVersion;
	private readonly context: FetchContext;
	private readonly caches: PageCache[] = [];
	private readonly digests: string[] = [];
	private pages = 0;
	private bytes = 0;
	private records = 0;

	constructor(asked: TableAsked, version: TableVersion, context: FetchContext) {
		this.asked = asked;
		this.version = version;
		this.context = context;
	}

	/** The texts of all pages of a part, one after the other. `counts` is for the part with the figures. */
	async *texts(
		part: string,
		question: Readonly<Record<string, string>> = {},
		counts = false,
	): AsyncGenerator<string> {
		const address = under(baseOf(this.asked.service, this.context), this.asked.table, part);
		for (const [name, value] of Object.entries(question)) address.searchParams.set(name, value);
		const cache = new PageCache(
			path.join(this.context.folder, 'pages'),
			`${address.href} ${this.version.modified}`,
		);
		this.caches.push(cache);
		const pages = await fetchPages(address, {
			...this.context,
			cache,
			nextOf: nextOfOData,
			onPage: (page) => {
				this.pages += 1;
				this.bytes += page.bytes;
				if (counts) this.records += page.records;
				this.digests.push(page.digest);
				this.tell();
			},
		});
		for (const { index } of pages) {
			const { content } = await cache.read(index);
			yield new TextDecoder().decode(content);
		}
	}

	/** A part that is no longer than one page or is needed as a whole. */
	async all(part: string, question?: Readonly<Record<string, string>>): Promise<string[]> {
		const texts: string[] = [];
		for await (const text of this.texts(part, question)) texts.push(text);
		return texts;
	}

	/** What identifies the answers, in whatever order they came. */
	get seen(): readonly string[] {
		return [...new Set(this.digests)].toSorted();
	}

	/** Removes the pages from disk: they were stored. */
	async drop(): Promise<void> {
		for (const cache of this.caches) await cache.drop();
	}

	private tell(): void {
		const { pages, bytes, records } = this;
		this.context.report?.({ pages, bytes, records, total: this.version.records });
	}
}
