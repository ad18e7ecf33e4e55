import * as v from 'valibot';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayRead } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { query } from '#kernel/query.server.ts';
import { languages } from '#locales/messages.ts';
import { reportData } from './report-data.server.ts';
import { reportModel } from './report-model.ts';

export const readReport = query({
	name: 'report.read',
	summary:
		'The trajectory as one document: frame, analysis with sources, weighing, agenda, plan; only what the reader may see.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/verslag' },
	input: v.object({
		...trajectoryIdSchema.entries,
		/** The language of the document; the reader's own when left out. */
		taal: v.optional(v.picklist(languages, 'choose')),
	}),
	subject: accessOfInput,
	allow: mayRead('any'),
	async run({ reader, actor, clock, subject }, { taal }) {
		const data = await reportData({ reader, actor, clock, subject });
		return reportModel(data, taal ?? actor.language);
	},
});

/** What the report and its summaries are made of, for pages: what takes the typesetter's time waits until this is read. */
export const readReportData = query({
	name: 'report.data',
	summary: 'Everything of a trajectory that the reader may see, as the report is made of it.',
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRead('any'),
	run: reportData,
});
