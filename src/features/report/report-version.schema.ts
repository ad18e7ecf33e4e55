import * as v from 'valibot';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { choice, id, line, optionalText, version } from '#kernel/fields.ts';
import { languages } from '#locales/messages.ts';

/** The documents of a trajectory that are made, downloaded and frozen alike. */
export const reportDocuments = ['report', 'council', 'residents'] as const;
export type ReportDocument = (typeof reportDocuments)[number];

/** Who a frozen document was made for: those inside, or whoever could read it without an account. */
export const audiences = ['participants', 'public'] as const;
export type ReportAudience = (typeof audiences)[number];

export const freezeReportSchema = v.object({
	...trajectoryIdSchema.entries,
	name: line(80),
	note: optionalText(500),
	visibility: choice(audiences),
});

export const setVersionVisibilitySchema = v.object({
	reportVersionId: id(),
	version: version(),
	visibility: choice(audiences),
	/** Needed to take a version away from the public. */
	reason: optionalText(500),
});

export const readVersionSchema = v.object({
	reportVersionId: id(),
	document: v.optional(choice(reportDocuments), 'report'),
	/** The language of the document; the reader's own when left out. */
	taal: v.optional(v.picklist(languages, 'choose')),
	/** What the public could read then, for those inside; visitors get nothing else. */
	audience: v.optional(choice(audiences), 'participants'),
});
