/** Why a file that was sent is refused for what it is. */
export type FileProblem = 'unknown_type' | 'unreadable' | 'too_many_pixels';

/** A file that cannot be kept; `problem` says why. */
export class FileError extends Error {
	override name = 'FileError';
	readonly problem: FileProblem;
	constructor(problem: FileProblem, cause?: unknown) {
		super(problem, { cause });
		this.problem = problem;
	}
}
