const types = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	odt: 'application/vnd.oasis.opendocument.text',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8',
	geojson: 'application/geo+json',
} as const;

interface Download {
	kind: keyof typeof types;
	bytes: Uint8Array;
	/** The name of the file, without what follows the point: letters, digits and hyphens. */
	name: string;
}

/** A file to download. What is in it depends on who asks, so nobody in between may keep it. */
export function download({ kind, bytes, name }: Download): Response {
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': types[kind],
			'content-disposition': `attachment; filename="${name}.${kind}"`,
			'cache-control': 'private, no-store',
		},
	});
}
