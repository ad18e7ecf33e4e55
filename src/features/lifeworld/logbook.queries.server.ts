import { sql } from 'kysely';
import { themesOf } from '#features/content/themes.server.ts';
import { placesOf } from '#features/evidence/evidence-choices.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { query } from '#kernel/query.server.ts';
import { listNotesSchema, noteIdSchema } from './logbook.schema.ts';
import { mayWriteNote, noteOfInput, ownNotes } from './logbook.server.ts';

/** How many notes a page of a logbook holds. */
const pageSize = 20;

export const listNotes = query({
	name: 'logbookNote.list',
	summary:
		'Lists the notes of one’s own logbook in a trajectory, newest first, 20 a page; by theme when asked.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/logboek' },
	input: listNotesSchema,
	subject: accessOfInput,
	allow: mayWriteNote,
	async run({ reader, actor, subject }, { trajectoryId, theme, page }) {
		const mine = ownNotes(reader, actor)
			.where('trajectory_id', '=', trajectoryId)
			.$if(theme !== null, (q) => q.where(sql<boolean>`${theme} = ANY (themes)`));
		const standing = mine.where('withdrawn_at', 'is', null);
		const { total } = await standing
			.clearSelect()
			.clearOrderBy()
			.select((eb) => eb.fn.countAll<number>().as('total'))
			.executeTakeFirstOrThrow();
		return {
			items: await standing
				.limit(pageSize)
				.offset((page - 1) * pageSize)
				.execute(),
			away: page === 1 ? await mine.where('withdrawn_at', 'is not', null).execute() : [],
			total: Number(total),
			page,
			pageSize,
			themes: await themesOf(reader, actor.municipalityId, subject),
			places: await placesOf(reader, actor, subject),
		};
	},
});

export const readNote = query({
	name: 'logbookNote.read',
	summary: 'Gives one note of one’s own logbook.',
	http: { method: 'GET', path: '/logboek/{noteId}' },
	input: noteIdSchema,
	subject: noteOfInput,
	allow: mayWriteNote,
	run: async ({ reader, actor, subject }) => ({
		note: subject.note,
		trajectoryId: subject.trajectoryId,
		themes: await themesOf(reader, actor.municipalityId, subject),
		places: await placesOf(reader, actor, subject),
	}),
});
