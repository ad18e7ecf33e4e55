import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installPackages } from './debian.ts';

const OFFICE = '/usr/bin/soffice';
/** Debian's own Python: the one that its python3-uno belongs to, whatever other Python stands first in the path. */
const PYTHON = '/usr/bin/python3';
const PARTS = ['libswlo.so', 'libsclo.so'].map((part) => `/usr/lib/libreoffice/program/${part}`);
const PACKAGES = ['libreoffice-writer-nogui', 'libreoffice-calc-nogui', 'python3-uno'];

/** Where LibreOffice is, and the Python that can drive it. */
export interface LibreOffice {
	office: string;
	python: string;
}

/**
 * LibreOffice with Writer, Calc and its bridge to Python, from Debian's packages: as it is installed, or installed
 * now when this is root. Throws the one line to run otherwise.
 */
export function findLibreOffice(log: (line: string) => void): LibreOffice {
	if (!isComplete()) {
		installPackages('The tests with other programs need LibreOffice.', PACKAGES, log);
		if (!isComplete())
			throw new Error('LibreOffice was installed, but not where it is looked for.');
	}
	return { office: OFFICE, python: PYTHON };
}

function isComplete(): boolean {
	return (
		[OFFICE, PYTHON, ...PARTS].every((file) => existsSync(file)) &&
		spawnSync(PYTHON, ['-c', 'import uno']).status === 0
	);
}
