import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Command } from '#kernel/command.server.ts';
import { Failure, invalid, type FieldProblem } from '#kernel/failure.ts';
import type { InputSchema } from '#kernel/validate.ts';
import { sha256Of } from '#server/files/check-file.server.ts';
import { placeOfPieces, takePiece } from '#server/files/pieces.server.ts';
import { typeOf, type FileType } from '#server/files/sniff.ts';
import { uploadedFiles } from '#server/uploads.server.ts';
import type { AttachmentKind } from '#ui/photo/chosen-photo.ts';
import {
	beginAttachment,
	eraseAttachment,
	finishAttachment,
} from './attachment.commands.server.ts';

/** Carries out a command for whoever asks: `locals.run`. */
type Run = <S extends InputSchema, Subject, Output extends object>(
	command: Command<S, Subject, Output>,
	input: unknown,
	requestId?: string,
) => Promise<Output>;

interface Sent {
	municipalityId: string;
	evidenceId: string;
	/** The upload in which the file waits. */
	uploadId: string;
	/** The id that the attachment gets. */
	id: string;
	/** The fields of `PhotoField` beside the file, by its name. */
	fields: Record<string, string>;
	name: string;
}

/**
 * What is wrong with the answers beside a file that a form sent without JavaScript: whether somebody can be recognised has
 * to be answered, and that it was looked at, because faces could not be made unrecognisable.
 */
export function problemsOfAnswers(fields: Record<string, string>, name: string): FieldProblem[] {
	const problems: FieldProblem[] = [];
	if (!fields[`${name}Consent`]) problems.push({ path: `${name}Consent`, code: 'choose' });
	if (fields[`${name}Checked`] !== 'true')
		problems.push({ path: `${name}Checked`, code: 'check_photo' });
	return problems;
}

/**
 * Attaches the file that a form sent as a whole, the way the device does it in pieces: announced, put there, finished. What
 * is refused in the end leaves nothing. Throws the failures of those commands, and `input.invalid` for a missing answer.
 */
export async function attachUpload(run: Run, sent: Sent): Promise<void> {
	const { fields, name, municipalityId, evidenceId, uploadId, id } = sent;
	const problems = problemsOfAnswers(fields, name);
	if (problems.length > 0) throw invalid(problems);
	const [file] = await uploadedFiles(uploadId);
	if (!file) throw new Failure('attachment.gone', 409);
	const { size } = await stat(file.location);
	const announced = {
		evidenceId,
		kind: await kindOf(file.location),
		size,
		sha256: await sha256Of(file.location),
		consent: fields[`${name}Consent`],
		description: fields[`${name}Description`] ?? '',
	};
	await run(beginAttachment, announced, id);
	try {
		const place = placeOfPieces(municipalityId, id);
		await takePiece(place, 0, size, createReadStream(file.location));
		await run(finishAttachment, { attachmentId: id });
	} catch (failure) {
		await run(eraseAttachment, { attachmentId: id });
		throw failure;
	}
}

const kinds: Partial<Record<FileType, AttachmentKind>> = { mp4: 'film', pdf: 'file' };

async function kindOf(location: string): Promise<AttachmentKind> {
	const file = await open(location);
	try {
		const head = Buffer.alloc(16);
		const { bytesRead } = await file.read(head, 0, head.length, 0);
		const type = typeOf(head.subarray(0, bytesRead));
		if (type === null) throw new Failure('attachment.unknown_type', 422);
		return kinds[type] ?? 'photo';
	} finally {
		await file.close();
	}
}
