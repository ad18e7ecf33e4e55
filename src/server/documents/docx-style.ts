import {
	AlignmentType,
	LevelFormat,
	LineRuleType,
	convertMillimetersToTwip,
	type IPropertiesOptions,
} from 'docx';
import type { DocumentModel } from '#ui/document/model.ts';

export const colours = {
	accent: '154273',
	quiet: '4D5661',
	line: 'C5CDD6',
	tint: 'EEF3F8',
	warm: 'FDF3E1',
	ochre: '8F5B00',
};
export const ORDERED = 'ordered-list';
export const BULLETS = 'bullet-list';

const A4 = { width: 11906, height: 16838 };

/** Page and the width between its margins, in twips (1/1440 inch). */
export function pageLayout(orientation: DocumentModel['orientation']) {
	const landscape = orientation === 'landscape';
	const margin = convertMillimetersToTwip(landscape ? 15 : 23);
	const width = (landscape ? A4.height : A4.width) - 2 * margin;
	return { landscape, margin, width, size: A4 };
}

const headingLook = (size: number, before: number, after: number) => ({
	run: { size, bold: true, color: colours.accent, font: 'Calibri' },
	paragraph: {
		spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO },
		keepNext: true,
		keepLines: true,
	},
});

/** The outline level is what makes a style a heading to Word’s navigation pane and to LibreOffice; the name does not. */
const headingOf = (level: number, ...look: Parameters<typeof headingLook>) => {
	const { run, paragraph } = headingLook(...look);
	return { run, paragraph: { ...paragraph, outlineLevel: level - 1 } };
};

export function documentStyles(language: string): NonNullable<IPropertiesOptions['styles']> {
	return {
		default: {
			document: {
				run: { font: 'Calibri', size: 22, language: { value: language } },
				paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
			},
			title: headingLook(48, 0, 80),
			heading1: headingOf(1, 34, 400, 140),
			heading2: headingOf(2, 27, 320, 120),
			heading3: headingOf(3, 24, 260, 100),
			heading4: headingOf(4, 22, 220, 80),
			hyperlink: { run: { color: colours.accent, underline: { type: 'single' } } },
			caption: {
				run: { size: 20, bold: false, italics: false, color: colours.quiet },
				paragraph: { spacing: { before: 220, after: 100 }, keepNext: true },
			},
		},
		paragraphStyles: [
			{
				id: 'Subtitle',
				name: 'Subtitle',
				basedOn: 'Normal',
				run: { size: 28, color: colours.quiet },
				paragraph: { spacing: { after: 80 } },
			},
			{
				id: 'TableText',
				name: 'Table text',
				basedOn: 'Normal',
				run: { size: 20 },
				paragraph: { spacing: { after: 40, line: 250, lineRule: LineRuleType.AUTO } },
			},
			{
				id: 'ContentsHeading',
				name: 'TOC Heading',
				basedOn: 'Normal',
				...headingLook(34, 400, 140),
			},
			{
				id: 'Quote',
				name: 'Quote',
				basedOn: 'Normal',
				run: { italics: true },
				paragraph: { indent: { left: 280 }, spacing: { before: 120, after: 120 } },
			},
		],
	};
}

/** “•” and “1.”; every ordered list is its own instance, so that it begins at 1. */
export const listNumbering: NonNullable<IPropertiesOptions['numbering']> = {
	config: [
		{
			reference: BULLETS,
			levels: [
				{
					level: 0,
					format: LevelFormat.BULLET,
					text: '•',
					alignment: AlignmentType.START,
					style: { paragraph: { indent: { left: 300, hanging: 220 } } },
				},
			],
		},
		{
			reference: ORDERED,
			levels: [
				{
					level: 0,
					format: LevelFormat.DECIMAL,
					text: '%1.',
					alignment: AlignmentType.START,
					style: { paragraph: { indent: { left: 400, hanging: 400 } } },
				},
			],
		},
	],
};
