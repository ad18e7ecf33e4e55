import type { FetchOptions } from '#server/fetching/fetch-json.ts';

/** The services that tables are fetched from: CBS by two versions of the protocol, and the tables of others there. */
export const SERVICES = ['odata4', 'odata3', 'third_party'] as const;
export type Service = (typeof SERVICES)[number];

/** Which table, and which part of it. */
export interface TableAsked {
	service: Service;
	/** `84799NED`. */
	table: string;
	/** One member of a dimension only (`{ Leeftijd: '20300' }`); what is not named comes whole. */
	only: Readonly<Record<string, string>>;
}

/** Which version of a table a source has now. */
export interface TableVersion {
	table: string;
	title: string;
	/** The moment of the last change as the source writes it: the same text is the same version. */
	modified: string;
	/** The year or years it is about, as the source writes it. */
	period: string | null;
	licence: string | null;
	/** Whose figures they are, as the source writes it. */
	source: string | null;
	/** How many records (version 3) or observations (version 4) the whole table has; null when it does not say. */
	records: number | null;
}

/** How far a fetch is. `total` is null where the source does not say. */
export interface FetchProgress {
	pages: number;
	bytes: number;
	records: number;
	total: number | null;
}

/** Where and how to fetch. */
export interface FetchContext extends FetchOptions {
	sources: { odata4: URL; odata3: URL; thirdParty: URL };
	/** The folder for caches and for what does not fit in memory. */
	folder: string;
	report?: (progress: FetchProgress) => void;
}

/** The address of a service. */
export function baseOf(service: Service, { sources }: Pick<FetchContext, 'sources'>): URL {
	if (service === 'odata4') return sources.odata4;
	return service === 'odata3' ? sources.odata3 : sources.thirdParty;
}
