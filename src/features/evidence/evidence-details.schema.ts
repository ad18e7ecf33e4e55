import * as v from 'valibot';
import { sectorIds } from '#features/accounts/sector.schema.ts';
import {
	choices,
	note,
	optionalChoice,
	optionalNote,
	optionalText,
	optionalWebAddress,
	optionalWholeNumber,
	text,
	wholeNumber,
} from '#kernel/fields.ts';
import { reactionKinds } from './reaction-kind.ts';

/** Every kind has its own details; each schema takes what is handed in and what is stored alike. */

const optionalNumber = () => v.optional(v.nullable(v.number()));

const measured = {
	/** Null when there is no value; then `missing` says why. */
	value: v.nullable(v.number()),
	missing: v.nullable(v.string()),
	/** The margin, and the count and base behind a percentage, where the publication gives them. */
	lower: optionalNumber(),
	upper: optionalNumber(),
	numerator: optionalNumber(),
	denominator: optionalNumber(),
	/** On a small base (own figures). */
	isUncertain: v.optional(v.boolean()),
};

/** A figure as it was on the day it was taken: it stays, whatever the publisher changes later. */
const figureDetailsSchema = v.object({
	seriesId: v.nullable(v.pipe(v.number(), v.integer())),
	areaCode: v.string(),
	areaName: v.string(),
	/** The year of the boundaries that the figure holds for. */
	boundaryYear: v.pipe(v.number(), v.integer()),
	/** The publisher's name of the column. */
	measure: v.string(),
	/** Our own name of what is measured, where it has one. */
	indicator: v.nullish(v.string(), null),
	title: v.string(),
	...measured,
	unit: v.string(),
	decimals: v.pipe(v.number(), v.integer(), v.minValue(0)),
	period: v.string(),
	/** The same figure of the areas around it. */
	comparison: v.array(
		v.object({ areaName: v.string(), level: v.optional(v.nullable(v.string())), ...measured }),
	),
	// What follows is not there in snapshots of before it was kept.
	/** The level of its area: `country`, `municipality`, `district` or `neighbourhood`. */
	level: v.optional(v.nullable(v.string())),
	/** How the number came to be: a count, a register, a survey, a model estimate, a forecast or an experience. */
	kind: v.optional(v.nullable(v.string())),
	isProvisional: v.optional(v.boolean()),
	/** Whom it is about, where that is not everyone. */
	population: v.optional(v.nullable(v.object({ nl: v.string(), en: v.string() }))),
	/** The publication as it was imported: its id, and the checksum of what was read. */
	publicationId: v.optional(v.nullable(v.string())),
	checksum: v.optional(v.nullable(v.string())),
	table: v.string(),
	tableTitle: v.string(),
	publisher: v.string(),
	licence: v.string(),
	/** The day it was fetched, as ISO text. */
	retrievedAt: v.string(),
});

export const busyLevels = ['quiet', 'normal', 'busy'] as const;
export const moods = ['pleasant', 'neutral', 'unpleasant'] as const;
export const orders = ['kept', 'ordinary', 'neglected'] as const;
export const groups = [
	'children',
	'youth',
	'adults',
	'older-people',
	'families',
	'mixed',
	'nobody',
] as const;
export const placeKinds = [
	'school-yard',
	'shopping-centre',
	'station-or-stop',
	'park-or-square',
	'community-centre',
	'sports-club',
	'place-of-worship',
	'market',
	'playground',
	'cafe',
	'care-home',
	'cemetery',
	'gp',
	'street',
	'other',
] as const;

/** What somebody saw at a place. Everything may stay open but one thing (see observation.schema.ts). */
export const observationDetailsSchema = v.object({
	placeKind: optionalChoice(placeKinds),
	busy: optionalChoice(busyLevels),
	/** Groups of people, never persons. */
	who: choices(groups),
	mood: optionalChoice(moods),
	/** How well kept the place is. */
	order: optionalChoice(orders),
	activities: optionalNote(500),
	seen: optionalNote(2000),
});

export const speakers = ['resident', 'passer-by', 'key-figure'] as const;
export const channels = [
	'street',
	'door',
	'place',
	'meeting',
	'phone',
	'writing',
	'other',
] as const;
export const askers = [
	'professional',
	'municipality',
	'resident',
	'volunteer',
	'researcher',
	'other',
] as const;

/** How answers came in, other than by noting them during or after the talk. Each way counts the same. */
export const entryWays = ['paper', 'assisted'] as const;

/** What somebody said: a kind of speaker and a role, never a name. */
export const conversationDetailsSchema = v.object({
	speaker: v.picklist(speakers, 'choose'),
	/** What the key figure is in the neighbourhood: an id of the guide. */
	speakerRole: v.nullish(v.string(), null),
	placeKind: optionalChoice(placeKinds),
	/** Which guide the questions are from, and which version of it. */
	guide: v.string(),
	guideVersion: v.pipe(v.number(), v.integer()),
	/** How the talk went, and who asked: both change the answers. */
	channel: optionalChoice(channels),
	askedBy: optionalChoice(askers),
	/** From a paper sheet, or filled in by the speaker with somebody's help; null: noted by who listened. */
	enteredFrom: optionalChoice(entryWays),
	/** Of a paper sheet: the stack that it lies in, and its number there. */
	stack: v.optional(v.pipe(v.string('invalid'), v.maxLength(80, 'too_long')), ''),
	sheet: optionalWholeNumber(1, 99_999),
	/** The questions as they were put, with what was answered. */
	answers: v.array(v.object({ questionId: v.string(), question: v.string(), answer: note(2000) })),
});

export const photographers = ['professional', 'resident', 'child', 'other'] as const;

/** A photo that is a source of its own; the picture itself is attached to it. */
export const photoDetailsSchema = v.object({
	placeKind: optionalChoice(placeKinds),
	/** Who took it: people can be asked to photograph where they like to be. */
	madeBy: optionalChoice(photographers),
	/** What one sees on it, and what it means to people. */
	seen: text(2000),
});

/** A place on a route: one of the meaningful places, or its name only. */
const stopSchema = v.object({
	placeId: v.nullish(v.pipe(v.string(), v.uuid('unknown')), null),
	name: v.string(),
});

/** What groups walked along, by role and number, never by name. */
const companionSchema = v.object({
	role: v.picklist(sectorIds, 'choose'),
	count: wholeNumber(1, 500),
});

/** A neighbourhood walk: several people go past places together. What they see there are observations of the walk. */
export const walkDetailsSchema = v.object({
	route: v.array(stopSchema),
	companions: v.array(companionSchema),
	/** What they paid attention to. */
	attention: optionalText(500),
	/** What stood out to them together. */
	summary: optionalText(4000),
});

/** A note of a professional's logbook, as it was shared. */
export const logbookDetailsSchema = v.object({ text: note(4000) });
/** What a resident said of a sentence about the neighbourhood; `remark` is empty when it was taken back. */
export const reactionDetailsSchema = v.object({
	sentenceId: v.pipe(v.string(), v.uuid('unknown')),
	/** The sentence as it stood there. */
	sentence: v.string(),
	answer: v.picklist(reactionKinds, 'choose'),
	remark: optionalNote(500),
	/** Alone, or typed in by somebody who helped. */
	channel: v.picklist(['online', 'assisted']),
});

export const documentDetailsSchema = v.object({
	/** The organisation that wrote it. */
	author: optionalText(200),
	year: optionalWholeNumber(1800, 2100),
	/** How it is known there: a number, an issue, a case. */
	reference: optionalText(200),
	/** The page, section or table that says it. */
	page: optionalText(100),
	url: optionalWebAddress(),
	/** What it says that matters here. */
	summary: optionalText(4000),
});

export const meetingDetailsSchema = v.object({
	/** How many people were there. */
	attendance: optionalWholeNumber(0, 100_000),
	/** Which sectors were there. */
	sectors: choices(sectorIds),
	summary: text(4000),
});

/** What a signal is about: one place, or something that is seen at more of them. Never one person. */
export const signalAbouts = ['place', 'pattern'] as const;

/** What a signal can be (S1 §3.1): not only what goes wrong. */
export const signalNatures = ['problem', 'chance', 'need', 'question', 'positive'] as const;

/** How whoever hands it in knows (S1 §3.2). */
export const signalGrounds = ['seen', 'residents', 'professionals', 'complaints', 'other'] as const;

/** What somebody noticed and wants the core group to look at. */
export const signalDetailsSchema = v.object({
	about: v.picklist(signalAbouts, 'choose'),
	nature: optionalChoice(signalNatures),
	heardFrom: optionalChoice(signalGrounds),
	text: text(2000),
	/** Handed in on the public page, by somebody without an account. */
	fromPublic: v.optional(v.boolean(), false),
	/** Whoever let it in left out what could point to a person. */
	isShortened: v.optional(v.boolean(), false),
});

export type FigureDetails = v.InferOutput<typeof figureDetailsSchema>;
export type ObservationDetails = v.InferOutput<typeof observationDetailsSchema>;
export type ConversationDetails = v.InferOutput<typeof conversationDetailsSchema>;
export type PhotoDetails = v.InferOutput<typeof photoDetailsSchema>;
export type WalkDetails = v.InferOutput<typeof walkDetailsSchema>;
export type LogbookDetails = v.InferOutput<typeof logbookDetailsSchema>;
export type DocumentDetails = v.InferOutput<typeof documentDetailsSchema>;
export type MeetingDetails = v.InferOutput<typeof meetingDetailsSchema>;
export type ReactionDetails = v.InferOutput<typeof reactionDetailsSchema>;
export type SignalDetails = v.InferOutput<typeof signalDetailsSchema>;

/** A kind with the details that belong to it. */
export const evidenceContentSchema = v.variant('kind', [
	v.object({ kind: v.literal('figure'), details: figureDetailsSchema }),
	v.object({ kind: v.literal('observation'), details: observationDetailsSchema }),
	v.object({ kind: v.literal('conversation'), details: conversationDetailsSchema }),
	v.object({ kind: v.literal('document'), details: documentDetailsSchema }),
	v.object({ kind: v.literal('meeting'), details: meetingDetailsSchema }),
	v.object({ kind: v.literal('photo'), details: photoDetailsSchema }),
	v.object({ kind: v.literal('walk'), details: walkDetailsSchema }),
	v.object({ kind: v.literal('signal'), details: signalDetailsSchema }),
	v.object({ kind: v.literal('logbook'), details: logbookDetailsSchema }),
	v.object({ kind: v.literal('reaction'), details: reactionDetailsSchema }),
]);

export type EvidenceContent = v.InferOutput<typeof evidenceContentSchema>;
