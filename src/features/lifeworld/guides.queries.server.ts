import * as v from 'valibot';
import { themesOf } from '#features/content/themes.server.ts';
import { placesOf } from '#features/evidence/evidence-choices.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute, mayRead } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { query } from '#kernel/query.server.ts';
import { currentGuides, guidesAt } from './guides.server.ts';
import { outlineOf, placesIn } from './places.server.ts';

export const listGuides = query({
	name: 'guide.list',
	summary:
		'Gives the conversation guides, and the names of what an observation can be marked with.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/gesprekswijzers' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	// Whoever reads anything here: the guides are method, not what people said.
	allow: mayRead('any'),
	run: ({ reader, actor }) => currentGuides(reader, municipalityOf(actor)),
});

/** What the forms of the lived world offer; only for whoever may send them. */
export const lifeworldForm = query({
	name: 'guide.form',
	summary: 'What a form of the lived world offers: guides, themes, and places named before.',
	input: v.object({
		...trajectoryIdSchema.entries,
		/** The guide in the version that answers are bound to; else all are as they are now. */
		bound: v.optional(v.nullable(v.object({ guide: v.string(), guideVersion: v.number() })), null),
	}),
	subject: accessOfInput,
	allow: mayContribute,
	async run({ reader, actor, subject }, { bound }) {
		return {
			guides: await guidesAt(reader, municipalityOf(actor), bound),
			themes: await themesOf(reader, actor.municipalityId, subject),
			places: await placesOf(reader, actor, subject),
			spots: await placesIn(reader, actor, subject),
			outline: await outlineOf(reader, actor, subject.trajectoryId),
		};
	},
});
