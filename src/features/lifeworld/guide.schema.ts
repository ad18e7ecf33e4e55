import * as v from 'valibot';
import { bilingualSchema, slug, uniqueById } from '#kernel/bilingual.ts';

/** One choice in a list: an id that is stored and a name that is shown. */
const optionSchema = v.strictObject({ id: slug, name: bilingualSchema });

const options = uniqueById(optionSchema);

/** Who speaks: a kind of speaker, and for key figures a role. Never a name. */
const speakerSchema = v.strictObject({
	...optionSchema.entries,
	roles: v.array(optionSchema),
});

/** One guide: the program's, or a version of a municipality's own. */
export const guideSchema = v.strictObject({
	id: slug,
	/** The id of the kind of speaker that the questions are for. */
	speaker: slug,
	name: bilingualSchema,
	questions: uniqueById(v.strictObject({ id: slug, question: bilingualSchema })),
});

type Shape = { guides: { speaker: string }[]; speakers: { id: string }[] };

const speakersExist = ({ guides, speakers }: Shape) =>
	guides.every((guide) => speakers.some(({ id }) => id === guide.speaker));

/** Questions for conversations and the choices of an observation (`content/guides.json`). */
export const guidesSchema = v.pipe(
	v.strictObject({
		version: v.pipe(v.number(), v.integer(), v.minValue(1)),
		source: bilingualSchema,
		/** How to listen, shown above every guide. */
		advice: v.pipe(v.array(bilingualSchema), v.minLength(1)),
		guides: uniqueById(guideSchema),
		speakers: uniqueById(speakerSchema),
		observation: v.strictObject({ busy: options, mood: options, who: options, places: options }),
	}),
	v.check((file) => speakersExist(file), 'a guide is for a speaker that is not listed'),
);

export type GuideFile = v.InferOutput<typeof guidesSchema>;
/** What a version of a guide says. */
export type GuideContent = v.InferOutput<typeof guideSchema>;
/** A guide with the version that answers are bound to. */
export type Guide = GuideContent & { version: number };
/** The guides that a municipality works with: its own, and those of the program that it did not replace. */
export type Guides = Omit<GuideFile, 'guides'> & { guides: Guide[] };
export type Option = v.InferOutput<typeof optionSchema>;
