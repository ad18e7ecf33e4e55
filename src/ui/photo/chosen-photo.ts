/** What can be attached. */
export const attachmentKinds = ['photo', 'drawing', 'film', 'file'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** Who can be recognised: nobody; made unrecognisable; they agreed to its use here, or that everyone sees it. */
export const consents = ['nobody', 'unrecognisable', 'agreed', 'agreed_public'] as const;
export type Consent = (typeof consents)[number];

/** The most characters of a description. */
export const descriptionLimit = 300;

/** A photo or file that was chosen on this device and is not sent yet. Can be kept in IndexedDB as it is. */
export interface ChosenPhoto {
	/** UUIDv7, made here: the id of the attachment, and the idempotency key that it is announced with. */
	id: string;
	kind: AttachmentKind;
	/** What is sent: of a photo a new JPEG, upright, at most 2048 pixels, without metadata. */
	blob: Blob;
	/** Of `blob`, in lower-case hex. */
	sha256: string;
	/** Empty as long as nobody answered: then it cannot be sent. */
	consent: Consent | '';
	description: string;
	/** The name of a film or file, shown on this device only. */
	name: string;
}

/** Whether it can be sent: the question about consent was answered. */
export function isReady(photo: ChosenPhoto): photo is ChosenPhoto & { consent: Consent } {
	return photo.consent !== '';
}

/** The SHA-256 of a blob, in lower-case hex: what the server answers when it has all of it. */
export async function sha256Of(blob: Blob): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
