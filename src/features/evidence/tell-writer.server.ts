import { putInOutbox } from '#features/accounts/mail-outbox.server.ts';
import { homeAddress } from '#features/trajectory/home-address.server.ts';
import { asLanguage } from '#locales/messages.ts';
import { secondReadingMailTexts } from '#locales/second-reading-mails.ts';
import type { Reader, Tx } from '#server/database/handles.ts';

interface Read {
	municipalityId: string;
	trajectoryId: string;
	evidenceId: string;
	/** The membership that wrote it; null for the program itself. */
	writer: string | null;
	isReleased: boolean;
	at: Date;
}

/**
 * Tells whoever wrote something by mail that a second reader read it, and what came of it. Not who left, nor who wants
 * no messages: they see it at the page of the source and at their own contributions.
 */
export async function tellWriter(tx: Tx, read: Read): Promise<void> {
	const writer = await reachable(tx, read.municipalityId, read.writer);
	if (!writer) return;
	const { areaName, url, account } = await homeAddress(tx, read.municipalityId, read.trajectoryId);
	const t = secondReadingMailTexts[asLanguage(writer.language)];
	await putInOutbox(tx, {
		...{ municipalityId: read.municipalityId, recipient: writer.email, at: read.at },
		subject: t.subject(areaName, read.isReleased),
		body: t.body({
			...{ areaName, account, isReleased: read.isReleased },
			source: `${url}/bron/${read.evidenceId}`,
		}),
	});
}

/** Where whoever has this membership gets mail; undefined when they left or want none. */
function reachable(reader: Reader, municipalityId: string, membershipId: string | null) {
	if (membershipId === null) return undefined;
	return reader
		.selectFrom('membership as m')
		.innerJoin('person as p', (join) =>
			join.onRef('p.municipality_id', '=', 'm.municipality_id').onRef('p.id', '=', 'm.person_id'),
		)
		.select(['p.email', 'p.language'])
		.where('m.municipality_id', '=', municipalityId)
		.where('m.id', '=', membershipId)
		.where('m.ended_at', 'is', null)
		.where('m.accepted_at', 'is not', null)
		.where('p.no_messages', '=', false)
		.executeTakeFirst();
}
