/** Why a file that came in cannot be read; the texts for people belong to whoever reads it. */
export type FileReadReason =
	/** Not the kind of file that its name says, or damaged. */
	| 'unreadable'
	/** Larger than it may be, on disk or once unpacked. */
	| 'too_large'
	/** More rows, columns or cells than are read. */
	| 'too_many_cells'
	/** Took longer or needed more memory than one file may. */
	| 'too_much_work';

/** A file could not be read. */
export class FileReadError extends Error {
	override readonly name = 'FileReadError';
	readonly reason: FileReadReason;

	constructor(reason: FileReadReason, message: string = reason) {
		super(message);
		this.reason = reason;
	}
}
