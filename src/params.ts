import { defineParams } from '@sveltejs/kit/params';

export const params = defineParams({
	/** The year a trajectory starts in. */
	year: (text) => (/^(19|20|21)\d{2}$/.test(text) ? text : undefined),
});
