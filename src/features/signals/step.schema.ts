import * as v from 'valibot';
import { choice, id, optionalNote, note, version } from '#kernel/fields.ts';
import { decisionKinds, type DecisionKind } from './course.ts';

/** Outcomes that say why: whoever handed it in reads the reason. */
const withReason: readonly DecisionKind[] = ['not_taken_up', 'passed_on', 'enough'];
/** Decisions by which somebody goes on with it. */
const withPerson: readonly DecisionKind[] = ['looking', 'project'];

interface Decision {
	kind: DecisionKind;
	text: string;
	participantId: string | null;
}

interface ProjectDecision {
	kind: DecisionKind;
	approachId: string | null;
	approachTitle: string;
	agendaItemId: string | null;
}
/** An approach that is to be made serves an agenda item, as every approach does. */
const saysForWhat = ({ kind, approachTitle, agendaItemId }: Omit<ProjectDecision, 'approachId'>) =>
	kind !== 'project' || approachTitle === '' || agendaItemId !== null;
const isOneApproach = ({
	kind,
	approachTitle,
	approachId,
}: Omit<ProjectDecision, 'agendaItemId'>) =>
	kind !== 'project' || approachTitle === '' || approachId === null;
const saysWhy = ({ kind, text }: Pick<Decision, 'kind' | 'text'>) =>
	!withReason.includes(kind) || text !== '';
const saysWho = ({ kind, participantId }: Pick<Decision, 'kind' | 'participantId'>) =>
	!withPerson.includes(kind) || participantId !== null;

/** What a meeting decides about a signal. */
export const decideSchema = v.pipe(
	v.object({
		coreMeetingId: id(),
		signalId: id(),
		version: version(),
		kind: choice(decisionKinds),
		/** Why; of what is passed on: to whom. */
		text: optionalNote(1000),
		/** Who looks into it, or leads the project. */
		participantId: v.optional(v.nullable(id()), null),
		/** Of a project that stands in the plan already. */
		approachId: v.optional(v.nullable(id()), null),
		/** Of a project that is put in the plan now: what its approach is called, and the agenda item that it serves. */
		approachTitle: optionalNote(200),
		agendaItemId: v.optional(v.nullable(id()), null),
	}),
	v.forward(v.partialCheck([['kind'], ['text']], saysWhy, 'required'), ['text']),
	v.forward(v.partialCheck([['kind'], ['participantId']], saysWho, 'choose'), ['participantId']),
	v.forward(
		v.partialCheck([['kind'], ['approachTitle'], ['agendaItemId']], saysForWhat, 'choose'),
		['agendaItemId'],
	),
	v.forward(
		v.partialCheck([['kind'], ['approachTitle'], ['approachId']], isOneApproach, 'one_approach'),
		['approachTitle'],
	),
);

export const reportSchema = v.object({
	signalId: id(),
	version: version(),
	/** What was found. */
	text: note(2000),
	/** The meeting at which it was told; left out: between two meetings. */
	coreMeetingId: v.optional(v.nullable(id()), null),
});

export const reopenSchema = v.object({ signalId: id(), version: version(), reason: note(1000) });

export const signalIdSchema = v.object({ signalId: id() });

export type Decide = v.InferOutput<typeof decideSchema>;
