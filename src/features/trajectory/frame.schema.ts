import * as v from 'valibot';
import {
	choice,
	choices,
	id,
	line,
	optionalDay,
	optionalRoughDay,
	optionalText,
	version,
	wholeNumber,
} from '#kernel/fields.ts';
import { optionalAreaCode } from '#features/areas/area-code.schema.ts';
import { preconditionStates } from './checklist.schema.ts';
import { rooms } from './rooms.ts';
import { publicParts } from './trajectory.policy.ts';

const groups = ['core_group', 'sounding_board', 'other'] as const;
const tasks = ['member', 'lead', 'deputy'] as const;
const yesNoUnknown = ['unknown', 'yes', 'no'] as const;
const trajectoryStates = ['active', 'paused', 'ended'] as const;

const trajectoryId = id();
const short = (limit = 300) => v.optional(v.pipe(optionalText(limit)), '');

export const changeFrameSchema = v.object({
	trajectoryId,
	version: version(),
	endYear: wholeNumber(1990, 2100),
	areaCode: optionalAreaCode(),
	areaNote: optionalText(1000),
	goals: optionalText(4000),
	cooperation: optionalText(4000),
});

export const setStateSchema = v.object({
	trajectoryId,
	version: version(),
	state: choice(trajectoryStates),
	reason: short(500),
});

export const publishSchema = v.object({
	trajectoryId,
	version: version(),
	parts: choices(publicParts),
});

export const setPreconditionSchema = v.object({
	trajectoryId,
	preconditionId: id(),
	version: version(),
	state: choice([...preconditionStates, 'not_needed']),
	owner: short(120),
	dueOn: optionalDay(),
	remark: short(1000),
});

const participation = {
	part: choice(groups),
	task: v.optional(choice(tasks), 'member'),
	roleNote: short(),
	mandate: v.optional(choice(yesNoUnknown), 'unknown'),
	mandateNote: short(),
	budgetAccess: v.optional(choice(yesNoUnknown), 'unknown'),
};

export const addParticipantSchema = v.object({
	trajectoryId,
	organisationId: id(),
	/** One person of the organisation; the whole organisation when left out. */
	membershipId: v.optional(v.nullable(id()), null),
	...participation,
});

export const changeParticipantSchema = v.object({
	trajectoryId,
	participantId: id(),
	version: version(),
	...participation,
});

export const endParticipantSchema = v.object({
	trajectoryId,
	participantId: id(),
	version: version(),
});

const planned = {
	name: line(120),
	step: choice(rooms),
	starts: optionalRoughDay(),
	ends: optionalRoughDay(),
};

export const addPhaseSchema = v.object({ trajectoryId, ...planned });
export const changePhaseSchema = v.object({
	trajectoryId,
	phaseId: id(),
	version: version(),
	doneOn: optionalDay(),
	...planned,
});
export const removePhaseSchema = v.object({ trajectoryId, phaseId: id(), version: version() });
export const usePlanningSchema = v.object({ trajectoryId, firstDay: optionalDay() });
