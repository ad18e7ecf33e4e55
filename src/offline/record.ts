import type { Language } from '#locales/messages.ts';

/**
 * What lies on a phone until the server has it. Every shape here is stored in IndexedDB: a change of one is a new version
 * in `database.ts`, with a step that brings what lies on phones along.
 */

/** Somebody whose records lie here: the membership, so that nobody sends in another's name. */
export interface FieldPerson {
	id: string;
	name: string;
}

/** The trajectory a record belongs to. */
export interface FieldTrajectory {
	id: string;
	/** As people know it: the area and its years. */
	name: string;
	/** The path of its field pages, such as `/arnhem/geitenkamp/2024/veld`. */
	home: string;
}

/** A field of a form and what was typed in it, in the order of the form. */
export type FieldEntry = [name: string, value: string];

/** A form that somebody is busy with, kept at every letter. */
export interface Draft {
	/** The id that the record will have: files are kept under it before there is a record. */
	id: string;
	/** Whose, and which form: one draft for each. */
	key: string;
	person: FieldPerson;
	/** The page it was typed on. */
	path: string;
	entries: FieldEntry[];
	/** Milliseconds by the clock of the device. */
	savedAt: number;
}

/** Where a record is. */
export type RecordState =
	/** on this phone */
	| 'waiting'
	/** being sent */
	| 'sending'
	/** the server has it, and every file */
	| 'received'
	/** the server said no; it waits for a person */
	| 'refused'
	/** thrown away here; can still come back */
	| 'removed';

/** Why the server said no, in the words it gave. */
export interface Refusal {
	status: number;
	code: string;
	message: string;
	/** What is wrong with which field. */
	fields: { path: string; message: string }[];
	/** The file that was refused; null when it was the record itself. */
	fileId: string | null;
}

/** One thing to send: a command, as it goes to the API, and what people see of it. */
export interface OutboxRecord {
	/** UUIDv7: the id of what it makes, and the `Idempotency-Key` under which it is sent as often as it takes. */
	id: string;
	/** Its place in the queue; rises with each record on this device, whatever the clock says. */
	order: number;
	person: FieldPerson;
	trajectory: FieldTrajectory;
	/** What it is, for the list: `observation`, `conversation`, `photo`, `signal`. */
	kind: string;
	/** What to call it in the list, such as the place. */
	title: string;
	/** The path in the API to send it to by POST. */
	address: string;
	/** What to send; null once it was received, because then the server keeps it. */
	body: Record<string, unknown> | null;
	/** The path where it can be read once the server has it. */
	shownAt: string;
	/** In which language its person reads: that of refusals, also when it is sent while no page is open. */
	language: Language;
	/** The form it was made with, so that it can be changed. */
	path: string;
	entries: FieldEntry[];
	/** Milliseconds by the clock of the device. */
	savedAt: number;
	state: RecordState;
	/** How often it was tried without an answer that settled it. */
	tries: number;
	/** Not to be tried before this moment by the clock of the device (milliseconds). */
	notBefore: number;
	/** Whether the server confirmed the record itself; its files may still have to go. */
	accepted: boolean;
	/** The session of its person ended: nothing of theirs goes until they sign in again. */
	needsSignIn: boolean;
	/** Sent at least once without an answer: the server may have it. */
	unsure: boolean;
	refusal: Refusal | null;
	/** When the server had everything, by the clock of the server (ISO 8601). */
	receivedAt: string | null;
	/** When it was thrown away, by the clock of the device (milliseconds). */
	removedAt: number | null;
}

/** What queueing takes; the rest is filled in. */
export type NewRecord = Pick<
	OutboxRecord,
	| 'id'
	| 'person'
	| 'trajectory'
	| 'kind'
	| 'title'
	| 'address'
	| 'body'
	| 'shownAt'
	| 'language'
	| 'path'
	| 'entries'
>;

/** A photo, drawing, film or document, kept as soon as it is there. */
export interface KeptFile {
	/** UUIDv7: the id of the attachment. */
	id: string;
	/** The draft or record it belongs to. */
	owner: string;
	kind: 'photo' | 'drawing' | 'film' | 'file';
	/** The name of a film or document, shown on this device only. */
	name: string;
	blob: Blob;
	/** Of the bytes of `blob`, in hex: the server has to come to the same. */
	sha256: string;
	/** What can be seen on it, for who does not see it. */
	description: string;
	/** What was answered to the question about consent; '' as long as nobody answered. */
	consent: '' | 'nobody' | 'unrecognisable' | 'agreed' | 'agreed_public';
	/** Whether the server confirmed it, with the same checksum. */
	confirmed: boolean;
}

export type NewFile = Omit<KeptFile, 'owner' | 'confirmed'>;

/** A file as the list shows it: without its bytes. */
export type FileLine = Omit<KeptFile, 'blob'> & { size: number };
