import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import type { DocumentModel } from '#ui/document/model.ts';
import type {
	DocumentFormat,
	MeasuredPart,
	RenderAnswer,
	RenderJob,
	RenderResult,
} from './render-protocol.ts';

/** A document could not be made: `reason` is for the log, not for people. */
class DocumentRenderError extends Error {
	override readonly name = 'DocumentRenderError';
}

/** More documents are asked for than can be made in time; in a moment it can be tried again. */
export class DocumentsBusyError extends Error {
	override readonly name = 'DocumentsBusyError';
}

interface Waiting {
	readonly resolve: (result: RenderResult) => void;
	readonly reject: (error: Error) => void;
	readonly deadline: NodeJS.Timeout;
}

const IDLE_MS = 60_000;
const LONGEST_JOB_MS = 30_000;
/** The typesetter keeps some memory of every document: past this many bytes a new process begins. */
const MOST_MEMORY = 400e6;

/**
 * A separate process for documents: the server keeps answering while one is made, and the memory of
 * the typesetter (100–350 MB) goes back to the system when nobody has asked for a minute. It starts
 * at the first document, and again after a crash.
 */
export class RenderProcess {
	#child: ChildProcess | undefined;
	#idle: NodeJS.Timeout | undefined;
	#nextId = 1;
	readonly #waiting = new Map<number, Waiting>();
	readonly #mostWaiting: number;

	/** Of so many documents at once (a quarter of a second each) the last is ready well within its time. */
	constructor(mostWaiting = 40) {
		this.#mostWaiting = mostWaiting;
	}

	/**
	 * @returns the bytes of the file.
	 * @throws DocumentRenderError when it does not compile, takes over 30 seconds or the process dies.
	 * @throws DocumentsBusyError when too many are waiting: one who asks for hundreds must not take it from the others.
	 */
	async render(format: DocumentFormat, model: DocumentModel): Promise<Uint8Array> {
		return (await this.#do(format, model)) as Uint8Array;
	}

	/**
	 * @returns how many pages the document takes as a PDF, the last in part: 1.4 is one page and four tenths.
	 * @throws as `render` does.
	 */
	async measure(model: DocumentModel, part: MeasuredPart): Promise<number> {
		return (await this.#do(part === 'whole' ? 'allPages' : 'blockPages', model)) as number;
	}

	async #do(format: RenderJob['format'], model: DocumentModel): Promise<RenderResult> {
		if (this.#waiting.size >= this.#mostWaiting) throw new DocumentsBusyError();
		const child = (this.#child ??= this.#start());
		const job: RenderJob = { id: this.#nextId++, format, model };
		clearTimeout(this.#idle);
		child.ref();
		child.channel?.ref();
		return new Promise((resolve, reject) => {
			const deadline = setTimeout(() => child.kill('SIGKILL'), LONGEST_JOB_MS);
			this.#waiting.set(job.id, { resolve, reject, deadline });
			child.send(job);
		});
	}

	/** Ends the process; a document still being made fails. */
	stop(): void {
		clearTimeout(this.#idle);
		this.#child?.kill();
	}

	get processId(): number | undefined {
		return this.#child?.pid;
	}

	#start(): ChildProcess {
		// Found through package.json's imports, so that it is the same file from the built server.
		const file = createRequire(import.meta.url).resolve('#server/documents/render-child.ts');
		const child = fork(file, { serialization: 'advanced', execArgv: [] });
		child.on('message', (answer: RenderAnswer) => this.#settle(answer));
		child.once('error', () => this.#lost(child));
		child.once('exit', () => this.#lost(child));
		return child;
	}

	#settle(answer: RenderAnswer): void {
		const waiting = this.#waiting.get(answer.id);
		if (!waiting) return;
		this.#waiting.delete(answer.id);
		clearTimeout(waiting.deadline);
		if ('result' in answer) waiting.resolve(answer.result);
		else waiting.reject(new DocumentRenderError(answer.failure));
		if (this.#waiting.size > 0) return;
		if (answer.memory > MOST_MEMORY) this.#retire();
		else this.#rest();
	}

	/** An idle process does not keep the program from ending. */
	#rest(): void {
		this.#child?.unref();
		this.#child?.channel?.unref();
		this.#idle = setTimeout(() => this.stop(), IDLE_MS).unref();
	}

	#retire(): void {
		const old = this.#child;
		this.#child = undefined;
		old?.kill();
	}

	#lost(child: ChildProcess): void {
		if (this.#child !== child) return;
		this.#child = undefined;
		clearTimeout(this.#idle);
		for (const waiting of this.#waiting.values()) {
			clearTimeout(waiting.deadline);
			waiting.reject(new DocumentRenderError('The process that makes documents ended'));
		}
		this.#waiting.clear();
	}
}

/** The one such process of this program. */
export const renderProcess = new RenderProcess();
