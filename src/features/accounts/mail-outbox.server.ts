import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import { daysAfter } from './moment.ts';

/** Mail that nobody could send for this long says nothing new any more. */
const mailDays = 14;

/** Until when there is a point in sending a mail that was written at this moment. */
export function expiresAfter(at: Date): Date {
	return daysAfter(at, mailDays);
}

/** A mail to one person, in whole. */
export interface OutgoingMail {
	municipalityId: string;
	recipient: string;
	subject: string;
	body: string;
	/** An appointment to go with it (iCalendar, RFC 5545). */
	calendar?: string;
	at: Date;
	/** When it says nothing any more; as `expiresAfter` when left out. */
	expiresAt?: Date;
}

/** Puts a mail in the outbox: it is sent once this transaction is committed (docs/decisions/mail-by-an-outbox-table.md). */
export async function putInOutbox(tx: Tx, mail: OutgoingMail): Promise<void> {
	const { municipalityId, recipient, subject, body, calendar = '', at } = mail;
	await tx
		.insertInto('mail')
		.values({
			municipality_id: municipalityId,
			id: newId(),
			...{ recipient, subject, body, calendar },
			created_at: at,
			expires_at: mail.expiresAt ?? expiresAfter(at),
			send_after: at,
		})
		.execute();
}
