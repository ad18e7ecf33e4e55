import { createHash } from 'node:crypto';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { languages, type Language } from '#locales/messages.ts';
import { reportVersionTexts } from '#locales/report-versions.ts';
import type { Tx } from '#server/database/handles.ts';
import { readAs } from '#server/database/transaction.ts';
import type { DocumentModel } from '#ui/document/model.ts';
import { formatDate } from '#ui/format.ts';
import { reportData } from './report-data.server.ts';
import { documentOf } from './report-documents.server.ts';
import {
	reportDocuments,
	type ReportAudience,
	type ReportDocument,
} from './report-version.schema.ts';
import type { ReportData } from './report.ts';

/** A document as it is kept: its text, and the checksum of that text. */
export interface FrozenDocument {
	document: ReportDocument;
	language: Language;
	audience: ReportAudience;
	model: string;
	checksum: string;
}

interface Asked {
	tx: Tx;
	municipalityId: string;
	clock: Clock;
	subject: TrajectoryAccess;
	/** The name of the version: every document says it. */
	name: string;
}

/**
 * Every document of a trajectory as it reads now, in every language: as those inside read it and, where something is
 * public, as a visitor reads it. It depends on nobody: what only the one who freezes may see is in neither.
 */
export async function frozenDocuments(asked: Asked): Promise<FrozenDocument[]> {
	const { subject } = asked;
	const inside = await dataFor('participants', asked);
	const open = subject.publicParts.length > 0 ? await dataFor('public', asked) : null;
	return [
		...(await documentsOf('participants', inside, asked)),
		...(open ? await documentsOf('public', open, asked) : []),
	];
}

function dataFor(
	audience: ReportAudience,
	{ tx, municipalityId, clock, subject }: Asked,
): Promise<ReportData> {
	const nobody = { municipalityId, language: 'nl' as const };
	const actor: Actor =
		audience === 'public'
			? { kind: 'visitor', address: '', ...nobody }
			: { kind: 'system', ...nobody };
	return readAs(tx, audience, (reader) =>
		reportData({ reader, actor, clock, subject: { ...subject, tasks: [] } }),
	);
}

async function documentsOf(
	audience: ReportAudience,
	data: ReportData,
	{ name }: Asked,
): Promise<FrozenDocument[]> {
	const kept = reportDocuments.flatMap((document) =>
		languages.map(async (language) => {
			const model = named(await documentOf(document, data, language), name, data.day);
			const text = JSON.stringify(model);
			return { document, language, audience, model: text, checksum: checksumOf(text) };
		}),
	);
	return Promise.all(kept);
}

/** SHA-256 (FIPS 180-4) of a document's text in UTF-8, in hex. */
export function checksumOf(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}

function named(model: DocumentModel, name: string, day: string): DocumentModel {
	const { language, note } = model;
	const says = reportVersionTexts[language].versionNote(name, formatDate(day, language));
	return { ...model, note: [says, note].filter(Boolean).join(' ') };
}
