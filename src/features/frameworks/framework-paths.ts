/** The addresses of the frameworks of one municipality. */
export function frameworkPaths(municipality: string) {
	const list = `/${municipality}/kaders`;
	const draft = (id: string) => `${list}/ontwerp/${id}`;
	const pair = (page: string) => (from: string, to: string) =>
		`${list}/${page}?${new URLSearchParams({ van: from, naar: to })}`;
	return {
		list,
		framework: (key: string, version?: number) =>
			`${list}/${key}${version === undefined ? '' : `?versie=${version}`}`,
		differences: pair('verschil'),
		mapping: pair('koppelen'),
		draft,
		head: (id: string) => `${draft(id)}/naam`,
		addTheme: (id: string, domain: string) => `${draft(id)}/thema?domein=${domain}`,
		theme: (id: string, theme: string) => `${draft(id)}/thema/${theme}`,
		domain: (id: string, domain: string) => `${draft(id)}/domein/${domain}`,
		column: (id: string, column: string) => `${draft(id)}/kolom/${column}`,
		preview: (id: string) => `${draft(id)}/voorbeeld`,
		history: (id: string) => `${draft(id)}/geschiedenis`,
	};
}
