import * as v from 'valibot';
import { choice, id, optionalText, text, version, wholeNumber } from '#kernel/fields.ts';
import { attachmentKinds, consents, descriptionLimit } from '#ui/photo/chosen-photo.ts';
import { largest } from '#ui/photo/limits.ts';

const described = {
	/** Who can be recognised, and what they agreed to. */
	consent: choice(consents),
	/** What is on it, for whoever does not see it. */
	description: optionalText(descriptionLimit),
};

export const attachmentIdSchema = v.object({ attachmentId: id() });

export const beginAttachmentSchema = v.object({
	evidenceId: id(),
	kind: choice(attachmentKinds),
	/** Bytes, and SHA-256 in lower-case hex, of exactly what will be sent. */
	size: wholeNumber(1, Math.max(...Object.values(largest))),
	sha256: v.pipe(v.string('required'), v.regex(/^[0-9a-f]{64}$/, 'invalid')),
	...described,
});

export const changeAttachmentSchema = v.object({
	attachmentId: id(),
	version: version(),
	...described,
});

export const withdrawAttachmentSchema = v.object({
	attachmentId: id(),
	version: version(),
	reason: text(500),
});

export const restoreAttachmentSchema = v.object({ attachmentId: id(), version: version() });

export const attachmentFileSchema = v.object({
	attachmentId: id(),
	/** The longest side of a picture in pixels, or the file itself. */
	name: choice(['320', '1280', '2048', 'whole']),
});
