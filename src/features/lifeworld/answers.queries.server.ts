import { sql } from 'kysely';
import * as v from 'valibot';
import { linesIn } from '#features/evidence/evidence-lines.server.ts';
import type { MomentPrecision } from '#features/evidence/evidence-kind.ts';
import { accessOfInput, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { mayRead } from '#features/trajectory/trajectory.policy.ts';
import type { Actor } from '#kernel/actor.ts';
import { id, optionalDay, optionalText, wholeNumber } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';

/** How many answers to one question a page holds, of all kinds of speakers together. */
const pageSize = 60;

const filter = {
	trajectoryId: id(),
	/** A piece of the name of the place where they talked. */
	place: optionalText(200),
	from: optionalDay(),
	until: optionalDay(),
};

type Filter = { place: string; from: string | null; until: string | null };

/** How often each kind of speaker answered a question. */
export type AnswerCounts = Partial<Record<string, number>>;

export const listQuestions = query({
	name: 'conversation.questions',
	summary:
		'Lists the questions that were answered in conversations, in whatever words they were put, with how often by which kind of speaker.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/gespreksvragen' },
	input: v.object(filter),
	subject: accessOfInput,
	allow: mayRead('any'),
	run: async ({ reader, actor, subject }, asked) => ({
		items: await questionsOf(reader, actor, subject, asked),
	}),
});

export const listAnswers = query({
	name: 'conversation.answers',
	summary:
		'Gives the answers to one question side by side, by kind of speaker, newest first, 60 a page: the role of the speaker, never a name.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/gespreksvragen/{questionId}' },
	input: v.object({
		...filter,
		questionId: v.pipe(v.string('required'), v.maxLength(80, 'unknown')),
		page: v.optional(wholeNumber(1, 100_000), 1),
	}),
	subject: accessOfInput,
	allow: mayRead('any'),
	async run({ reader, actor, subject }, { questionId, page, ...asked }) {
		const [question] = await questionsOf(reader, actor, subject, asked, questionId);
		const rows = await answersIn(reader, actor, subject, asked)
			.select(['evidence.id as evidenceId', 'evidence.place', 'evidence.version'])
			.select(['evidence.happened_at as happenedAt', 'a.question', 'a.answer'])
			.select((eb) =>
				eb.ref('evidence.happened_precision').$castTo<MomentPrecision>().as('happenedPrecision'),
			)
			.select([speaker.as('speaker'), channel.as('channel')])
			.where('a.questionId', '=', questionId)
			.orderBy('evidence.happened_at', 'desc')
			.orderBy('evidence.id', 'desc')
			.limit(pageSize)
			.offset((page - 1) * pageSize)
			.execute();
		const total = Object.values(question?.counts ?? {}).reduce<number>(
			(sum, count) => sum + (count ?? 0),
			0,
		);
		return {
			question: question ?? null,
			/** The words in which it was put, where there is more than one. */
			wordings: await wordingsOf(reader, actor, subject, asked, questionId),
			items: rows,
			total,
			page,
			pageSize,
		};
	},
});

const speaker = sql<string>`evidence.details ->> 'speaker'`;
const channel = sql<string | null>`evidence.details ->> 'channel'`;

/** Every answer of every conversation that the actor may see. */
function answersIn(reader: Reader, actor: Actor, access: TrajectoryAccess, asked: Filter) {
	const { from, until, place } = asked;
	return linesIn(reader, actor, access, { kind: ['conversation'], place, from, until })
		.clearSelect()
		.innerJoinLateral(
			sql<{
				questionId: string;
				question: string;
				answer: string;
			}>`jsonb_to_recordset(evidence.details -> 'answers')`.as<'a'>(
				sql`a("questionId" text, question text, answer text)`,
			),
			(join) => join.onTrue(),
		);
}

/** The questions with their newest words, the most answered first. */
async function questionsOf(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	asked: Filter,
	only?: string,
) {
	const rows = await answersIn(reader, actor, access, asked)
		.select(['a.questionId', speaker.as('speaker')])
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.select(
			sql<string>`(array_agg(a.question ORDER BY evidence.created_at DESC, evidence.id DESC))[1]`.as(
				'question',
			),
		)
		.select(sql<Date>`max(evidence.created_at)`.as('last'))
		.$if(only !== undefined, (q) => q.where('a.questionId', '=', only ?? ''))
		.groupBy(['a.questionId', speaker])
		.orderBy('last', 'desc')
		.execute();
	const questions = new Map<string, { questionId: string; question: string; counts: AnswerCounts; total: number }>(); // prettier-ignore
	for (const { questionId, question, speaker: who, count } of rows) {
		const found = questions.get(questionId) ?? { questionId, question, counts: {}, total: 0 };
		found.counts[who] = Number(count);
		found.total += Number(count);
		questions.set(questionId, found);
	}
	return [...questions.values()].sort((a, b) => b.total - a.total);
}

/** In which words one question was put, the most frequent first. */
async function wordingsOf(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	asked: Filter,
	questionId: string,
): Promise<{ question: string; count: number }[]> {
	const rows = await answersIn(reader, actor, access, asked)
		.select('a.question')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('a.questionId', '=', questionId)
		.groupBy('a.question')
		.orderBy('count', 'desc')
		.execute();
	return rows.map(({ question, count }) => ({ question, count: Number(count) }));
}
