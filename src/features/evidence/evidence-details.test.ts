import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { sectorIds } from '#features/accounts/sector.schema.ts';
import {
	askers,
	busyLevels,
	channels,
	entryWays,
	evidenceContentSchema,
	groups,
	moods,
	orders,
	photographers,
	placeKinds,
	signalAbouts,
	signalGrounds,
	signalNatures,
	speakers,
} from './evidence-details.schema.ts';
import { reactionKinds } from './reaction-kind.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const pick = <const T extends readonly string[]>(list: T) => maybe(fc.constantFrom(...list));
// Letters only: digits could make a person recognisable, which is another test.
const words = fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12}){0,4}$/);
const optionalWords = fc.option(words, { nil: '' });
const measured = {
	value: maybe(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })),
	missing: maybe(words),
};

const contents = fc.oneof(
	fc.record({
		kind: fc.constant('figure'),
		details: fc.record({
			seriesId: maybe(fc.nat()),
			areaCode: fc.constant('WK020210'),
			areaName: words,
			boundaryYear: fc.integer({ min: 1990, max: 2100 }),
			measure: words,
			indicator: maybe(words),
			title: words,
			...measured,
			unit: words,
			decimals: fc.nat(4),
			period: words,
			comparison: fc.array(fc.record({ areaName: words, ...measured }), { maxLength: 3 }),
			table: words,
			tableTitle: words,
			publisher: words,
			licence: words,
			retrievedAt: fc.constant('2026-03-02'),
		}),
	}),
	fc.record({
		kind: fc.constant('observation'),
		details: fc.record({
			placeKind: pick(placeKinds),
			busy: pick(busyLevels),
			who: fc.subarray([...groups]),
			mood: pick(moods),
			order: pick(orders),
			activities: optionalWords,
			seen: optionalWords,
		}),
	}),
	fc.record({
		kind: fc.constant('conversation'),
		details: fc.record({
			speaker: fc.constantFrom(...speakers),
			speakerRole: maybe(words),
			placeKind: pick(placeKinds),
			guide: words,
			guideVersion: fc.integer({ min: 1, max: 9 }),
			channel: pick(channels),
			askedBy: pick(askers),
			enteredFrom: pick(entryWays),
			stack: optionalWords,
			sheet: maybe(fc.integer({ min: 1, max: 99_999 })),
			answers: fc.array(fc.record({ questionId: words, question: words, answer: words })),
		}),
	}),
	fc.record({
		kind: fc.constant('document'),
		details: fc.record({
			author: optionalWords,
			year: maybe(fc.integer({ min: 1800, max: 2100 })),
			reference: optionalWords,
			page: optionalWords,
			url: maybe(fc.webUrl()),
			summary: optionalWords,
		}),
	}),
	fc.record({
		kind: fc.constant('photo'),
		details: fc.record({
			placeKind: pick(placeKinds),
			madeBy: pick(photographers),
			seen: words,
		}),
	}),
	fc.record({
		kind: fc.constant('walk'),
		details: fc.record({
			route: fc.array(fc.record({ placeId: maybe(fc.uuid()), name: words }), { maxLength: 5 }),
			companions: fc.array(
				fc.record({ role: fc.constantFrom(...sectorIds), count: fc.integer({ min: 1, max: 500 }) }),
				{ maxLength: 4 },
			),
			attention: optionalWords,
			summary: optionalWords,
		}),
	}),
	fc.record({
		kind: fc.constant('reaction'),
		details: fc.record({
			sentenceId: fc.uuid(),
			sentence: words,
			answer: fc.constantFrom(...reactionKinds),
			remark: optionalWords,
			channel: fc.constantFrom('online', 'assisted'),
		}),
	}),
	fc.record({
		kind: fc.constant('signal'),
		details: fc.record({
			about: fc.constantFrom(...signalAbouts),
			nature: pick(signalNatures),
			heardFrom: pick(signalGrounds),
			text: words,
			fromPublic: fc.boolean(),
			isShortened: fc.boolean(),
		}),
	}),
	fc.record({
		kind: fc.constant('meeting'),
		details: fc.record({
			attendance: maybe(fc.nat(1000)),
			sectors: fc.subarray([...sectorIds]),
			summary: words,
		}),
	}),
);

describe('the details of evidence', () => {
	it('come back from the database as they went in, whatever the kind', () => {
		fc.assert(
			fc.property(contents, (content) => {
				const stored: unknown = JSON.parse(JSON.stringify(v.parse(evidenceContentSchema, content)));
				expect(v.parse(evidenceContentSchema, stored)).toEqual(stored);
				// JSON has no negative zero.
				expect(stored).toEqual(JSON.parse(JSON.stringify(content)));
			}),
		);
	});

	it('of one kind are refused under another', () => {
		const meeting = { kind: 'meeting', details: { author: 'Gemeente' } };
		expect(v.safeParse(evidenceContentSchema, meeting).success).toBe(false);
	});

	it('never hold an address that does something when it is followed', () => {
		for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd']) {
			const document = { kind: 'document', details: { url } };
			expect(v.safeParse(evidenceContentSchema, document).success).toBe(false);
		}
	});

	it('have no room for the name of a speaker', () => {
		const details = {
			speaker: 'resident',
			guide: 'resident',
			guideVersion: 1,
			answers: [],
			speakerName: 'somebody',
		};
		const { details: kept } = v.parse(evidenceContentSchema, { kind: 'conversation', details });
		expect(kept).not.toHaveProperty('speakerName');
	});
});
