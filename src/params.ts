import { defineParams } from '@sveltejs/kit/params';

export const params = defineParams({
	/** The year a trajectory starts in. */
	year: (text) => (/^(19|20|21)\d{2}$/.test(text) ? text : undefined),
	/** The kinds of file that a document is made into. */
	documentFormat: (text) =>
		text === 'pdf' || text === 'docx' || text === 'odt' ? text : undefined,
	/** The two summaries of the report. */
	summary: (text) => (text === 'raad' || text === 'bewoners' ? text : undefined),
});
