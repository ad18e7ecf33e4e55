/** The addresses of the conversation guides of one municipality. */
export function guidePaths(municipality: string) {
	const list = `/${municipality}/gesprekswijzers`;
	return { list, guide: (id: string) => `${list}/${id}` };
}
