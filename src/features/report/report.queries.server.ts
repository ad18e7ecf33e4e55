import * as v from 'valibot';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayRead } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { choice } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import { languages } from '#locales/messages.ts';
import { reportData } from './report-data.server.ts';
import { documentOf } from './report-documents.ts';
import { reportModel } from './report-model.ts';
import { reportDocuments } from './report-version.schema.ts';

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

/** The report or one of its summaries as it reads now. */
export const readReportDocument = query({
	name: 'report.document',
	summary: 'One of the documents that are made of the trajectory: the report, or a summary of it.',
	input: v.object({
		...trajectoryIdSchema.entries,
		document: choice(reportDocuments),
		taal: v.optional(v.picklist(languages, 'choose')),
	}),
	subject: accessOfInput,
	allow: mayRead('any'),
	async run({ reader, actor, clock, subject }, { document, taal }) {
		const data = await reportData({ reader, actor, clock, subject });
		return documentOf(document, data, taal ?? actor.language);
	},
});
