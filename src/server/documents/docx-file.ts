import {
	AlignmentType,
	BorderStyle,
	Document,
	Footer,
	HeadingLevel,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	Tab,
	TableOfContents,
	TextRun,
	type FileChild,
} from 'docx';
import { documentLabels } from '#ui/document/labels.ts';
import type { DocumentModel } from '#ui/document/model.ts';
import { showsContents } from '#ui/document/outline.ts';
import { blockElements } from './docx-blocks.ts';
import { docxContext, runs, type DocxContext } from './docx-inline.ts';
import { colours, documentStyles, listNumbering, pageLayout } from './docx-style.ts';
import { xmlText } from './xml-text.ts';

/**
 * A document as the bytes of a Word file, in this very process: use `renderDocx`, which keeps the
 * work out of the server.
 */
export async function compileDocx(model: DocumentModel): Promise<Uint8Array> {
	const context = docxContext(model);
	const page = pageLayout(model.orientation);
	const { landscape, margin, size } = page;
	const file = new Document({
		title: xmlText(model.title),
		creator: xmlText(model.author ?? ''),
		lastModifiedBy: xmlText(model.author ?? ''),
		description: xmlText(model.subtitle ?? ''),
		styles: documentStyles(model.language === 'nl' ? 'nl-NL' : 'en-GB'),
		numbering: listNumbering,
		sections: [
			{
				properties: {
					page: {
						size: {
							...size,
							orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
						},
						margin: { top: margin, bottom: margin, left: margin, right: margin },
					},
				},
				footers: { default: footer(model, page.width) },
				children: [
					...opening(model),
					...contents(context),
					...model.blocks.flatMap((block, index) => blockElements(block, index, context)),
				],
			},
		],
	});
	return new Uint8Array(await Packer.toArrayBuffer(file));
}

function opening(model: DocumentModel): Paragraph[] {
	const details = [model.author, model.date].filter(Boolean).join(' · ');
	const rule = { bottom: { style: BorderStyle.SINGLE, size: 12, space: 6, color: colours.accent } };
	const lines = [
		{ heading: HeadingLevel.TITLE, children: runs(model.title) },
		model.subtitle && { style: 'Subtitle', children: runs(model.subtitle) },
		details && { children: runs(details) },
		model.note && { children: runs(model.note, { italics: true }) },
	].filter((line) => typeof line === 'object');
	return lines.map(
		(line, index) => new Paragraph(index === lines.length - 1 ? { ...line, border: rule } : line),
	);
}

/** Filled in already, so that Word has nothing to ask when it opens the file. */
function contents(context: DocxContext): FileChild[] {
	if (!showsContents(context.model, [...context.outline.values()])) return [];
	const { contents } = documentLabels[context.model.language];
	return [
		new Paragraph({ style: 'ContentsHeading', children: runs(contents) }),
		new TableOfContents(contents, {
			hyperlink: true,
			headingStyleRange: '1-2',
			beginDirty: false,
			tabLeader: 'none',
		}),
	];
}

function footer(model: DocumentModel, width: number): Footer {
	const labels = documentLabels[model.language];
	const text = [
		`${xmlText(model.title).replaceAll('\n', ' ')}`,
		new Tab(),
		`${labels.page} `,
		PageNumber.CURRENT,
		` ${labels.of} `,
		PageNumber.TOTAL_PAGES,
	];
	return new Footer({
		children: [
			new Paragraph({
				alignment: AlignmentType.START,
				tabStops: [{ type: 'right', position: width }],
				children: [new TextRun({ children: text, size: 18, color: colours.quiet })],
			}),
		],
	});
}
