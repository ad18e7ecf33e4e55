/** The address of a stored photo or file: a picture by the length of its longest side, anything else as it is. */
export function attachmentPath(
	municipality: string,
	id: string,
	name: '320' | '1280' | '2048' | 'whole',
): string {
	return `/${municipality}/bijlage/${id}/${name}`;
}
