import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';

/** One thing to do with an open document; the names are the functions of office.py, with their fields. */
export type Step = { do: string } & Record<string, string | number | boolean>;

/**
 * Semicolons, quotes, UTF-8, and every column as text: who opens CSV chooses so, or LibreOffice makes numbers and dates
 * of what looks like them.
 */
const asTexts = `59,34,UTF-8,1,${Array.from({ length: 12 }, (_, index) => `${index + 1}/2`).join('/')}`;

/** What LibreOffice saves a file as. */
const filters = {
	xlsx: 'Calc MS Excel 2007 XML',
	ods: 'calc8',
	docx: 'MS Word 2007 XML',
	odt: 'writer8',
	csv: 'Text - txt - csv (StarCalc)',
} as const;
export type OfficeFormat = keyof typeof filters;

interface Work {
	/** What happens to the document, in this order. */
	steps?: readonly Step[];
	/** What it is saved as afterwards; not at all when left out. */
	save?: OfficeFormat;
	/** LibreOffice's own settings of a CSV file, for opening and for saving. */
	options?: { open?: string; save?: string };
}

/** A running LibreOffice. */
export interface Office {
	/**
	 * Opens a file in LibreOffice, carries out the steps and saves it. Gives what reading steps read and the bytes that
	 * were saved. Rejects when LibreOffice does not open the file as it is, without repairing it.
	 */
	open(
		file: { name: string; bytes: Uint8Array },
		work?: Work,
	): Promise<{ read: unknown[]; bytes: Uint8Array }>;
}

/**
 * Starts a LibreOffice without a window, with a profile and a home of its own; it ends after the file's last test.
 * Call it once in a test file. `npm run test:interop` says where LibreOffice is.
 */
export async function startOffice(): Promise<Office> {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-office-'));
	const { office, driver } = startProcesses(folder);
	const lines = createInterface({ input: driver.stdout! });
	afterAll(() => stop(office, driver, folder));
	await nextAnswer(lines, driver);
	let number = 0;
	return {
		async open({ name, bytes }, { steps = [], save, options } = {}) {
			const file = path.join(folder, `${(number += 1)} ${name}`);
			const saved = path.join(folder, `${number} saved.${save}`);
			writeFileSync(file, bytes);
			const isCsv = name.endsWith('.csv');
			const answer = nextAnswer(lines, driver);
			const request = {
				open: file,
				...(isCsv && { filter: filters.csv, options: options?.open ?? asTexts }),
				steps,
				...(save && { save: { path: saved, filter: filters[save], ...saving(save, options) } }),
			};
			driver.stdin!.write(`${JSON.stringify(request)}\n`);
			const { failure, read = [] } = await answer;
			if (failure) throw new Error(`${name}: ${failure}`);
			return { read, bytes: save ? new Uint8Array(readFileSync(saved)) : new Uint8Array() };
		},
	};
}

/** Semicolons, quotes, UTF-8, and every cell as it is shown. */
function saving(format: OfficeFormat, options: Work['options']): { options?: string } {
	return format === 'csv' ? { options: options?.save ?? '59,34,UTF-8,1,,0,false,true' } : {};
}

function startProcesses(folder: string): { office: ChildProcess; driver: ChildProcess } {
	const { LIBREOFFICE_PATH = '/usr/bin/soffice', LIBREOFFICE_PYTHON = '/usr/bin/python3' } =
		process.env;
	const pipe = path.basename(folder);
	const profile = pathToFileURL(path.join(folder, 'profile')).href;
	const quiet = ['--headless', '--norestore', '--nologo', '--nodefault', '--nofirststartwizard'];
	const office = spawn(
		LIBREOFFICE_PATH,
		[...quiet, `-env:UserInstallation=${profile}`, `--accept=pipe,name=${pipe};urp;`],
		// A group of its own: soffice is a script around the program, and both have to end.
		{ env: { ...process.env, HOME: folder }, stdio: 'ignore', detached: true },
	);
	const driver = spawn(LIBREOFFICE_PYTHON, [path.join(import.meta.dirname, 'office.py'), pipe], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	return { office, driver };
}

interface Answer {
	failure?: string;
	read?: unknown[];
}

function nextAnswer(lines: Interface, driver: ChildProcess): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const gone = () => reject(new Error('LibreOffice or the program that drives it has ended.'));
		driver.once('exit', gone);
		lines.once('line', (line) => {
			driver.off('exit', gone);
			resolve(JSON.parse(line) as Answer);
		});
	});
}

async function stop(office: ChildProcess, driver: ChildProcess, folder: string): Promise<void> {
	driver.stdin?.end();
	const ended = new Promise((resolve) => office.once('exit', resolve));
	const patience = setTimeout(() => {
		driver.kill('SIGKILL');
		if (office.pid) process.kill(-office.pid, 'SIGKILL');
	}, 10_000);
	if (office.exitCode === null) await ended;
	clearTimeout(patience);
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
