import * as v from 'valibot';
import {
	choice,
	id,
	line,
	optionalDay,
	optionalNote,
	optionalRoughDay,
	optionalText,
	optionalTime,
	text,
	tick,
	version,
	wholeNumber,
} from '#kernel/fields.ts';
import { documentDetailsSchema, meetingDetailsSchema } from './evidence-details.schema.ts';
import { evidenceKinds, visibilities } from './evidence-kind.ts';

/** When it was. Left out means now, or for a document: not known. */
const momentFields = {
	happenedOn: optionalRoughDay(),
	happenedTime: optionalTime(),
};

/** Ids of themes of the trajectory's framework. */
const themesField = () =>
	v.optional(
		v.pipe(
			v.array(v.pipe(v.string('unknown_theme'), v.maxLength(80, 'unknown_theme'))),
			v.maxLength(40),
		),
		[],
	);

/** Who can see it; whoever takes part, unless said otherwise. Nothing becomes public by itself. */
export const visibilityField = () => v.optional(choice(visibilities), 'participants');

/** What a person fills in for every kind. */
export const commonFields = {
	place: optionalNote(200),
	...momentFields,
	themes: themesField(),
	/** Marked as about a vulnerable group: a second reader sees it first (second-reading.ts). */
	aboutVulnerable: tick(),
};

const documentFields = {
	kind: v.literal('document'),
	title: line(200),
	...commonFields,
	details: v.optional(documentDetailsSchema, {}),
};

const meetingFields = {
	kind: v.literal('meeting'),
	title: line(200),
	...commonFields,
	details: v.optional(meetingDetailsSchema, {} as never),
};

const inTrajectory = { trajectoryId: id(), visibility: visibilityField() };
const changing = { evidenceId: id(), version: version() };

export const addEvidenceSchema = v.variant(
	'kind',
	[
		v.object({ ...inTrajectory, ...documentFields }),
		v.object({ ...inTrajectory, ...meetingFields }),
	],
	'choose',
);

export const changeEvidenceSchema = v.variant(
	'kind',
	[v.object({ ...changing, ...documentFields }), v.object({ ...changing, ...meetingFields })],
	'choose',
);

export const evidenceIdSchema = v.object({ evidenceId: id() });

export const withdrawEvidenceSchema = v.object({ ...changing, reason: text(500) });

export const restoreEvidenceSchema = v.object(changing);

export const setVisibilitySchema = v.object({ ...changing, visibility: choice(visibilities) });

/** One or more values of a filter: an address gives one text or a list. */
const several = <const T extends readonly string[]>(options: T) =>
	v.optional(
		v.pipe(
			v.union([v.picklist(options), v.array(v.picklist(options))], 'choose'),
			v.transform((value): T[number][] => (typeof value === 'string' ? [value] : value)),
		),
		[],
	);

/** What a list of sources, its map and its file are narrowed by. */
const filterFields = {
	trajectoryId: id(),
	/** Words that they have to say: stems, other ways to say the same and typing mistakes are thought of. */
	search: optionalText(200),
	/** Every kind when left out. */
	kind: several(evidenceKinds),
	theme: v.optional(v.string()),
	/** A piece of the name of the place. */
	place: optionalText(200),
	visibility: v.optional(choice(visibilities)),
	organisationId: v.optional(id()),
	from: optionalDay(),
	until: optionalDay(),
	/** Also what was withdrawn. */
	withdrawn: tick(),
};

export const filterEvidenceSchema = v.object(filterFields);

/** In which order sources stand that say what was looked for: the best match first, or the newest. */
export const foundOrders = ['best', 'newest'] as const;
export type FoundOrder = (typeof foundOrders)[number];

export const listEvidenceSchema = v.object({
	...filterFields,
	/** Of what was looked for by words; everything else stands newest first. */
	order: v.optional(choice(foundOrders), 'best'),
	page: v.optional(wholeNumber(1, 100_000), 1),
});

export type AddEvidence = v.InferOutput<typeof addEvidenceSchema>;
export type ListEvidence = v.InferOutput<typeof listEvidenceSchema>;

export const inTrajectorySchema = v.object({ trajectoryId: id() });

/** What a second reader says of it to whoever wrote it; needed when it stays inside. */
export const releaseSchema = v.object({ ...changing, remark: optionalText(500) });

export const keepInsideSchema = v.object({ ...changing, remark: text(500) });

export const nameSecondReaderSchema = v.object({ trajectoryId: id(), membershipId: id() });

export const endSecondReaderSchema = v.object({ secondReaderId: id(), version: version() });
