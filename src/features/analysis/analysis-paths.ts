import { roomPath, sourcePath, trajectoryPath } from '#features/trajectory/rooms.ts';

interface Place {
	areaSlug: string;
	startYear: number;
}

/** The addresses of the analysis of one trajectory. */
export function analysisPaths(municipality: string, place: Place) {
	const form = roomPath(municipality, place, 'analysis');
	const lifeworld = roomPath(municipality, place, 'lifeworld');
	const field = `${trajectoryPath(municipality, place)}/veld`;
	return {
		form,
		list: `${form}/lijst`,
		unknown: `${form}/onbekend`,
		groups: `${form}/groepen`,
		tensions: `${form}/tegenspraak`,
		/** Where figures and stories point in opposite directions within one theme. */
		tension: (theme: string) => `${form}/tegenspraak#thema-${theme}`,
		sheet: `${form}/blad`,
		/** The form as a file; what of it, in which language and as what stands in the address. */
		sheetFile: `${form}/blad/bestand`,
		/** Reading in what came back, and deciding about it. */
		imports: `${form}/blad/terug`,
		formImport: (id: string) => `${form}/blad/terug/${id}`,
		silentRounds: `${form}/stille-ronde`,
		/** What a closed round brought. */
		silentRound: (id: string) => `${form}/stille-ronde/${id}`,
		/** The same findings by the dimensions of another view. */
		byView: (view: string) => `${form}/volgens?indeling=${view}`,
		/** This analysis beside that of another trajectory. */
		beside: `${form}/naast`,
		/** Adding to a cell, with these sources behind it; without a theme or column the page asks for them. */
		add(cell: { theme?: string; column?: string; sources?: readonly string[] } = {}): string {
			const search = new URLSearchParams();
			if (cell.column) search.set('kolom', cell.column);
			if (cell.theme) search.set('thema', cell.theme);
			for (const source of cell.sources ?? []) search.append('bron', source);
			return `${form}/toevoegen${search.size > 0 ? `?${search}` : ''}`;
		},
		/** Making a finding of a figure. */
		fromFigure: ({ areaCode, seriesId }: { areaCode: string; seriesId: number }) =>
			`${form}/uit-cijfer?${new URLSearchParams({ gebied: areaCode, reeks: String(seriesId) })}`,
		/** Making a finding of marked passages: `?passage=…`. */
		fromPassages: `${form}/uit-passage`,
		/** Everything that is marked. */
		passages: `${lifeworld}/gemarkeerd`,
		/** Everything that ever stood in a cell. */
		cell: ({ theme, column }: { theme: string; column: string }) =>
			`${form}/vak?${new URLSearchParams({ thema: theme, kolom: column })}`,
		finding: (id: string) => `${form}/bevinding/${id}`,
		provision: (id: string) => `${form}/aanbod/${id}`,
		need: (id: string) => `${form}/kennisvraag/${id}`,
		source: (id: string) => sourcePath(municipality, place, id),
		newObservation: `${field}/waarneming`,
		newConversation: `${field}/gesprek`,
		newDocument: `${lifeworld}/document`,
		figures: roomPath(municipality, place, 'figures'),
	};
}

export type AnalysisPaths = ReturnType<typeof analysisPaths>;
