import { dropPieces, dropStalePieces, placeOfPieces } from '#server/files/pieces.server.ts';
import { removeFiles } from '#server/files/store.server.ts';
import type { Task } from '#server/jobs.server.ts';

/** Throws away the pieces of what was stored, once that is committed. */
export const dropPiecesTask = 'drop_pieces';
/** Removes the files of what was erased, once that is committed. */
export const eraseFilesTask = 'erase_files';
/** Every day: throws away pieces of what was announced and never finished. */
export const dropStaleTask = 'drop_stale_pieces';

/** How long pieces wait for the rest, in days. */
export const staleDays = 7;

interface Which {
	municipalityId: string;
	id: string;
}

/** The jobs that look after the files. */
export const attachmentTasks: Record<string, Task> = {
	[dropPiecesTask]: (payload) => {
		const { municipalityId, id } = payload as Which;
		return dropPieces(placeOfPieces(municipalityId, id));
	},
	[eraseFilesTask]: async (payload) => {
		const { municipalityId, id } = payload as Which;
		await dropPieces(placeOfPieces(municipalityId, id));
		await removeFiles(municipalityId, id);
	},
	[dropStaleTask]: async () => {
		await dropStalePieces(new Date(Date.now() - staleDays * 86_400_000));
	},
};
