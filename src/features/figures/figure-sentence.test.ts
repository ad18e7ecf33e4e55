import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { bilingualSchema, plainText, slug } from '#kernel/bilingual.ts';
import { readJson } from '#tests/support/content.ts';
import { catalogue } from './catalogue.ts';
import {
	figureParagraph,
	figureSentences,
	type StatedFigure,
	type StatedSeries,
	type StatedValue,
} from './figure-sentence.ts';
import { periodWords } from './period-words.ts';

const geitenkamp = { name: 'Geitenkamp', level: 'district' } as const;
const arnhem = { name: 'Arnhem', level: 'municipality' } as const;
const country = { name: 'Nederland', level: 'country' } as const;

const adults = { nl: 'Inwoners van 18 jaar en ouder', en: 'Residents aged 18 and over' };
const health: StatedSeries = {
	...{ indicator: 'good-perceived-health', title: 'ErvarenGezondheid', unit: '%', decimals: 1 },
	...{ period: '2020', kind: 'model_estimate', population: adults },
};
const residents: StatedSeries = {
	...{ indicator: 'residents', title: 'AantalInwoners', unit: 'aantal', decimals: 0 },
	...{ period: '2020', kind: 'register' },
};
const own: StatedSeries = {
	...{ indicator: null, title: 'Voelt zich veilig op straat', unit: '%', decimals: 0 },
	...{ period: '2024', kind: 'survey' },
};

function figure(
	series: StatedSeries,
	measured: StatedValue,
	beside: (StatedValue | null)[] = [],
	rest: Partial<StatedFigure> = {},
): StatedFigure {
	const places = [arnhem, country];
	return {
		...{ series, measured, place: geitenkamp },
		beside: beside.map((other, at) => ({ place: places[at] ?? country, measured: other })),
		...rest,
	};
}

const value = (number: number, lower?: number, upper?: number) => ({ value: number, lower, upper });

describe('a figure in one sentence', () => {
	it.each([
		[
			figure(health, value(63.5), [value(66), value(68.4)]),
			'In 2020 voelde naar schatting 63,5% van de inwoners van 18 jaar en ouder in Geitenkamp zich gezond; in Arnhem was dat 66,0%, in Nederland 68,4%.',
			'In 2020, an estimated 63.5% of residents aged 18 and over in Geitenkamp felt healthy; in Arnhem it was 66.0%, in the Netherlands 68.4%.',
		],
		[
			figure(residents, value(3895), [value(161348), value(17407585)]),
			'In 2020 woonden in Geitenkamp 3.895 mensen; in heel Arnhem ging het om 161.348.',
			'In 2020, 3,895 people lived in Geitenkamp; in the whole of Arnhem it was 161,348.',
		],
		[
			figure(
				{ ...health, indicator: 'distance-to-gp', unit: 'km', kind: 'register', population: null },
				value(0.9),
				[value(0.7), value(1)],
			),
			'In 2020 was de dichtstbijzijnde huisarts in Geitenkamp gemiddeld 0,9 kilometer ver; in Arnhem was dat 0,7 kilometer, in Nederland 1,0 kilometer.',
			'In 2020, the nearest GP in Geitenkamp was 0.9 kilometres away on average; in Arnhem it was 0.7 kilometres, in the Netherlands 1.0 kilometres.',
		],
		[
			figure(
				{ ...residents, indicator: 'income-per-resident', unit: 'x 1 000 euro', decimals: 1 },
				value(18.4),
				[value(24.1)],
			),
			'In 2020 was het inkomen in Geitenkamp gemiddeld € 18.400 per inwoner; in Arnhem was dat € 24.100.',
			'In 2020, income in Geitenkamp was € 18,400 on average per resident; in Arnhem it was € 24,100.',
		],
		[
			figure({ ...residents, indicator: 'urbanity', unit: 'code' }, value(2)),
			'In 2020 was de stedelijkheid in Geitenkamp klasse 2 (1 is het meest stedelijk, 5 het minst).',
			'In 2020, urbanity in Geitenkamp was class 2 (1 is the most urban, 5 the least).',
		],
		[
			figure({ ...residents, indicator: 'wmo-clients-per-1000' }, value(93), [value(72)]),
			'In 2020 kregen in Geitenkamp 93 van elke 1.000 inwoners hulp uit de Wmo; in Arnhem was dat 72.',
			'In 2020, 93 of every 1,000 residents in Geitenkamp received support under the Wmo; in Arnhem it was 72.',
		],
		[
			figure(own, value(61), [value(70)]),
			'In 2024 was het cijfer voor ‘Voelt zich veilig op straat’ in Geitenkamp 61%; in Arnhem was dat 70%.',
			'In 2024, the figure for ‘Voelt zich veilig op straat’ in Geitenkamp was 61%; in Arnhem it was 70%.',
		],
		[
			figure({ ...residents, kind: 'forecast', period: '2035' }, value(4200), [value(175000)]),
			'Voor ‘Inwoners’ in Geitenkamp is de verwachting voor 2035: 4.200; in heel Arnhem is dat 175.000.',
			'The forecast of ‘Residents’ in Geitenkamp for 2035 is 4,200; in the whole of Arnhem it is 175,000.',
		],
	] as const)('%#', (stated, nl, en) => {
		expect(figureSentences(stated, 'nl').statement).toBe(nl);
		expect(figureSentences(stated, 'en').statement).toBe(en);
	});

	it('says why there is no figure, and still what is known around it', () => {
		const none = figure(health, { missing: 'unknown_or_secret' }, [value(66), null]);
		expect(figureParagraph(none, 'nl')).toBe(
			'Over ‘Voelt zich gezond’ is er in Geitenkamp voor 2020 geen cijfer. Het cijfer is onbekend, te onzeker, of geheim omdat het over te weinig mensen gaat. In Arnhem was dat 66,0%.',
		);
	});

	it('says of an area around it that its figure is not there', () => {
		const stated = figure(health, value(63.5), [{ missing: 'not_published' }, value(68.4)]);
		expect(figureSentences(stated, 'nl').statement).toMatch(
			/; in Arnhem is er geen cijfer, in Nederland 68,4%\.$/,
		);
	});

	it('says what an area is where another has the same name', () => {
		const stated = {
			...figure(health, value(63.5), [value(66)]),
			place: { name: 'Baarn', level: 'district' as const },
			beside: [{ place: { name: 'Baarn', level: 'municipality' as const }, measured: value(66) }],
		};
		expect(figureSentences(stated, 'nl').statement).toBe(
			'In 2020 voelde naar schatting 63,5% van de inwoners van 18 jaar en ouder in de wijk Baarn zich gezond; in de gemeente Baarn was dat 66,0%.',
		);
	});
});

describe('what one must know to read it', () => {
	it.each([
		[
			'a difference within the margin is not called one',
			figure(own, value(61, 55, 67), [value(65, 63, 67), value(72, 71, 73)]),
			[
				'De marge loopt van 55% tot 67%.',
				'Het verschil met Arnhem valt binnen de marge en telt dus niet als verschil.',
				'Het verschil met Nederland is groter dan de marge.',
				'Dit komt uit een enquête.',
			],
		],
		[
			'no margin: nothing is said about the difference',
			figure(health, value(63.5), [value(66), value(68.4)]),
			[
				'Er is geen marge bij gegeven; een klein verschil zegt dan weinig.',
				'Dit is een schatting met een model, geen telling.',
			],
		],
		['a register needs no remark', figure(residents, value(3895), [value(161348)]), []],
		[
			'provisional, of few people, and about whom',
			figure(
				{ ...own, kind: 'experience', isProvisional: true, population: adults },
				{ value: 61, numerator: 25, denominator: 41, isUncertain: true },
			),
			[
				'Dat zijn er 25 van de 41.',
				'Dit is wat mensen zelf zeggen te ervaren.',
				'Het cijfer is voorlopig.',
				'Het gaat over weinig mensen: lees dit als een aanwijzing.',
				'Het gaat over inwoners van 18 jaar en ouder.',
			],
		],
	] as const)('%s', (_, stated, remarks) => {
		expect(figureSentences(stated, 'nl').remarks).toEqual(remarks);
	});

	it('two differences within the margin are one sentence, in English too', () => {
		const stated = figure(own, value(61, 50, 72), [value(65), value(66)]);
		expect(figureSentences(stated, 'en').remarks).toContain(
			'The differences from Arnhem and the Netherlands are within the margin, so they do not count as differences.',
		);
	});
});

describe('change over the years', () => {
	const earlier = [
		{ period: '2016', measured: value(62) },
		{ period: '2014', measured: null },
		{ period: '2013', measured: value(61) },
		{ period: '2012', measured: value(60.1) },
	];

	it('names the year before and the first', () => {
		const stated = figure(health, value(63.5), [], { earlier });
		expect(figureSentences(stated, 'nl').change).toBe('In 2016 was dat 62,0%, in 2012 60,1%.');
		expect(figureSentences(stated, 'en').change).toBe('In 2016 it was 62.0%, in 2012 60.1%.');
	});

	it('stops where the boundary changed, and says so', () => {
		const boundary = { reason: 'boundary', codes: [] } as const;
		const broken = earlier.map((one) => ({ ...one, brokenBy: one.period === '2013' ? boundary : null })); // prettier-ignore
		const stated = figure(health, value(63.5), [], { earlier: broken });
		expect(figureSentences(stated, 'nl').change).toBe(
			'In 2016 was dat 62,0%, in 2013 61,0%. Vóór 2013 liep de grens anders; die jaren zijn hiermee niet te vergelijken.',
		);
		const now = figure(health, value(63.5), [], { earlier, brokenBy: boundary });
		expect(figureSentences(now, 'nl').change).toBe(
			'Vóór 2020 liep de grens anders; die jaren zijn hiermee niet te vergelijken.',
		);
	});

	it.each([
		[{ reason: 'code', codes: [] }, 'Vóór 2020 bestond dit gebied niet onder deze code; eerdere cijfers zijn er niet bij gezet.', 'Before 2020 this area did not exist under this code; earlier figures were not put beside it.'],
		[{ reason: 'split', codes: ['BU02021000'] }, 'Vóór 2020 was dit een deel van BU02021000; eerdere cijfers gaan over dat geheel.', 'Before 2020 this was a part of BU02021000; earlier figures are about that whole.'],
		[{ reason: 'merged', codes: ['BU02021001', 'BU02021002'] }, 'Vóór 2020 waren dit BU02021001 en BU02021002; hun cijfers zijn niet op te tellen.', 'Before 2020 this was BU02021001 and BU02021002; their figures cannot be added up.'],
		[{ reason: 'measured', codes: [] }, 'Vóór 2020 werd het anders gemeten; die jaren zijn hiermee niet te vergelijken.', 'Before 2020 it was measured in another way; those years cannot be compared with this one.'],
	] as const)('says what lies in between: %o', (brokenBy, nl, en) => {
		const stated = figure(health, value(63.5), [], { earlier, brokenBy });
		expect(figureSentences(stated, 'nl').change).toBe(nl);
		expect(figureSentences(stated, 'en').change).toBe(en);
	}); // prettier-ignore

	it('says nothing about a margin across a break', () => {
		const before = { period: '2019', measured: value(60, 54, 66), brokenBy: { reason: 'split', codes: ['WK1'] } } as const; // prettier-ignore
		const first = { period: '2018', measured: value(40, 34, 46) };
		const verdicts = (earlier: StatedFigure['earlier']) => figureSentences(figure(own, value(61, 55, 67), [], { earlier }), 'nl').remarks.filter((one) => one.startsWith('De verandering')); // prettier-ignore
		expect(verdicts([{ ...before, measured: null }, first])).toEqual([]);
		expect(verdicts([before, first])).toEqual(['De verandering sinds 2019 valt binnen de marge.']);
	});

	it('says whether it is larger than the margin', () => {
		const since = (before: StatedValue) =>
			figureSentences(
				figure(own, value(61, 55, 67), [], { earlier: [{ period: '2020', measured: before }] }),
				'nl',
			).remarks;
		expect(since(value(60, 54, 66))).toContain('De verandering sinds 2020 valt binnen de marge.');
		expect(since(value(40, 34, 46))).toContain('De verandering sinds 2020 is groter dan de marge.');
	});
});

it.each([
	['2020', '2020', '2020'],
	['2020JJ00', '2020', '2020'],
	['2024MM03', 'maart 2024', 'March 2024'],
	['2023KW04', 'het vierde kwartaal van 2023', 'the fourth quarter of 2023'],
	['2012-2022', 'de jaren 2012 tot en met 2022', 'the years 2012 to 2022'],
])('the period %s is %s', (period, nl, en) => {
	expect(periodWords(period, 'nl')).toBe(nl);
	expect(periodWords(period, 'en')).toBe(en);
});

describe('the phrases of the catalogue', () => {
	const file = v.parse(
		v.strictObject({
			version: v.number(),
			about: bilingualSchema,
			sentences: v.record(slug, v.strictObject({ nl: plainText, en: plainText })),
			/** Indicators without a phrase, and why. */
			withoutSentence: v.record(slug, bilingualSchema),
		}),
		readJson('content/figure-sentences.json'),
	);

	it('each are of an indicator, with one number and one place', () => {
		const known = new Set(catalogue.indicators.map(({ id }) => id));
		const strange = Object.entries(file.sentences).filter(
			([id, phrase]) =>
				!known.has(id) ||
				[phrase.nl, phrase.en].some(
					(text) => text.split('{value}').length !== 2 || text.split('{in}').length !== 2,
				),
		);
		expect(strange).toEqual([]);
	});

	it('are there for every indicator, or there is a reason why not', () => {
		const ids = catalogue.indicators.map(({ id }) => id);
		expect(ids.filter((id) => !(id in file.sentences) && !(id in file.withoutSentence))).toEqual([]); // prettier-ignore
		const excepted = Object.keys(file.withoutSentence);
		expect(excepted.filter((id) => id in file.sentences || !ids.includes(id))).toEqual([]);
	});

	it('leave no slot open, whatever the unit and kind', () => {
		for (const { id, unit, decimals } of catalogue.indicators) {
			const series = { ...residents, indicator: id, unit: unit.nl, decimals };
			for (const language of ['nl', 'en'] as const)
				for (const kind of ['register', 'model_estimate', 'survey', 'forecast', 'experience'])
					expect(
						figureParagraph(figure({ ...series, kind }, value(12.5), [value(3)]), language),
					).toMatch(/^[A-Z][^{}]*\.$/);
		}
	});
});
