/** What a service has of a small table in the shape of RIVM's at dataderden.cbs.nl (OData version 3, padded keys). */
export interface SmallTable {
	table: string;
	/** When its maker changed it last. */
	modified: string;
	/** How lonely the Geitenkamp is, in percents. */
	lonely: number;
}

/** What the service answers about one part of the table; nothing when the table has no such part. */
export function partOf(
	{ table, modified, lonely }: SmallTable,
	part: string,
): object[] | undefined {
	const parts: Record<string, object[]> = {
		TableInfos: [{ Identifier: table, Title: 'Gezondheid per wijk en buurt', Modified: modified }],
		DataProperties: [
			{ Key: 'Leeftijd', Type: 'Dimension' },
			{ Key: 'WijkenEnBuurten', Type: 'GeoDetail', MapYear: 2024 },
			{ Key: 'Perioden', Type: 'TimeDimension' },
			{ ID: 9, Position: 1, Type: 'Topic', Key: 'Eenzaam_25', Title: 'Eenzaam', Unit: '%', Decimals: 1 }, // prettier-ignore
		],
		WijkenEnBuurten: [
			{ Key: 'NL01      ', Title: 'Nederland' },
			{ Key: 'WK020210  ', Title: 'Geitenkamp' },
		],
		Leeftijd: [{ Key: '20300   ', Title: '18 jaar of ouder' }],
		Perioden: [{ Key: '2024JJ00', Title: '2024', Status: 'Voorlopig' }],
		UntypedDataSet: [rowOf('NL01', '47.2'), rowOf('WK020210', String(lonely))],
	};
	return parts[part];
}

const rowOf = (area: string, value: string) => ({
	...{ ID: 1, Leeftijd: '20300   ', WijkenEnBuurten: area.padEnd(10), Perioden: '2024JJ00' },
	Eenzaam_25: value,
});
