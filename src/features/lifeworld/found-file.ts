import { momentText, sourceTitle } from '#features/evidence/evidence-text.ts';
import { evidenceTexts } from '#locales/evidence.ts';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import type { Language } from '#locales/messages.ts';
import { download } from '#server/http/download.ts';
import { writeCsv } from '#server/spreadsheets/csv.ts';
import { writeXlsx } from '#server/spreadsheets/xlsx-write.ts';
import type { ListFormat } from './found-formats.ts';
import type { FoundSource } from './found-lines.server.ts';

interface Asked {
	format: ListFormat;
	/** Of the file, in letters, digits and hyphens. */
	name: string;
	language: Language;
	/** The names of themes by their id. */
	themes: ReadonlyMap<string, string>;
	/** The whole address of a source by its id. */
	addressOf: (id: string) => string;
}

/** A list of sources as a file to download: who may see what was decided when they were read. */
export function foundFile(sources: readonly FoundSource[], asked: Asked): Response {
	const { format, name, language } = asked;
	const t = lifeworldTexts[language].columns;
	const rows = sources.map((source) => rowOf(source, asked));
	const bytes = { csv: asCsv, xlsx: asXlsx, geojson: asGeoJson }[format]();
	return download({ kind: format, bytes, name });

	function asCsv() {
		return writeCsv([
			keys.map((key) => t[key]),
			...rows.map((row) => keys.map((key) => String(row[key] ?? ''))),
		]);
	}
	function asXlsx() {
		const head = keys.map((key) => t[key]);
		const cells = rows.map((row) => keys.map((key) => row[key] ?? ''));
		const columns = keys.map((key) => ({ width: key === 'title' ? 50 : 20 }));
		const sheet = {
			name: lifeworldTexts[language].title,
			columns,
			rows: [head, ...cells],
			headerRows: 1,
		};
		return writeXlsx([sheet], { title: lifeworldTexts[language].title, language });
	}
	function asGeoJson() {
		const features = rows.map(({ longitude, latitude, ...properties }) => ({
			type: 'Feature',
			geometry:
				longitude === null || latitude === null
					? null
					: { type: 'Point', coordinates: [longitude, latitude] },
			properties,
		}));
		return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
	}
}

const keys = ['kind', 'title', 'place', 'moment', 'themes', 'organisation', 'visibility', 'broughtIn', 'longitude', 'latitude', 'address'] as const; // prettier-ignore

function rowOf(source: FoundSource, { language, themes, addressOf }: Asked) {
	const t = evidenceTexts[language];
	return {
		kind: t.kinds[source.kind],
		title: sourceTitle(source),
		place: source.place,
		moment: source.happenedAt && momentText(source.happenedAt, source.happenedPrecision, language),
		themes: source.themes.map((id) => themes.get(id) ?? id).join(', '),
		organisation: source.organisationName,
		visibility: t.visibleBadge[source.visibility],
		broughtIn: momentText(source.createdAt, 'day', language),
		longitude: source.longitude,
		latitude: source.latitude,
		address: addressOf(source.id),
	};
}
