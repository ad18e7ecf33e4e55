import { defineParams } from '@sveltejs/kit/params';
import { listFormats } from '#features/lifeworld/found-formats.ts';

export const params = defineParams({
	/** The year a trajectory starts in. */
	year: (text) => (/^(19|20|21)\d{2}$/.test(text) ? text : undefined),
	/** The kinds of file that a document is made into. */
	documentFormat: (text) =>
		text === 'pdf' || text === 'docx' || text === 'odt' ? text : undefined,
	/** The files in which a list of sources can be had. */
	listFormat: (text) => listFormats.find((format) => format === text),
	/** The forms of the lived world that became field pages. */
	movedForm: (text) => (text === 'waarneming' || text === 'gesprek' ? text : undefined),
	/** The two summaries of the report. */
	summary: (text) => (text === 'raad' || text === 'bewoners' ? text : undefined),
});
