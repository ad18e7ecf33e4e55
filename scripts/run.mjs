// The first step of every npm script, in plain JavaScript so that any Node from 20 on can run it:
// installs what is missing, finds Node 24, and hands the script over to it.
//   node scripts/run.mjs scripts/start.ts [arguments…]
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const WANTED_NODE = 24;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.wijkagenda-lock');

/** Ends with one sentence that says what is wrong and what to do. */
function fail(sentence) {
	console.error(sentence);
	process.exit(1);
}

/** The fingerprint of what should be installed: the lock file, for this kind of machine. */
function wanted() {
	const lock = readFileSync(path.join(root, 'package-lock.json'));
	return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}`;
}

/** npm without what an outer `npm start` or `npm test` put in the environment. */
function npmEnvironment() {
	const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
	return { ...Object.fromEntries(inherited), NODE_ENV: 'development' };
}

function install() {
	// Not on stdout: what a script prints there may be read by a program.
	console.error('Installing dependencies…');
	const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
	const result = spawnSync('npm', ['ci', '--include=optional', ...quiet], {
		cwd: root,
		encoding: 'utf8',
		env: npmEnvironment(),
		shell: process.platform === 'win32',
	});
	if (result.status === 0) return writeFileSync(stamp, wanted());
	const output = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim();
	if (output) console.error(output);
	if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH/.test(output)) {
		fail(
			'The dependencies could not be fetched: the npm registry cannot be reached. Check the network (or `npm config get registry`) and run the same command again.',
		);
	}
	fail(
		result.error
			? `The dependencies could not be installed: npm does not run (${result.error.message}).`
			: 'The dependencies could not be installed; npm says above why.',
	);
}

function installWhatIsMissing() {
	const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
	if (installed !== wanted()) install();
}

/** The path of a Node that is new enough: this one, or the one that npm installed. */
function findNode() {
	if (Number(process.versions.node.split('.')[0]) >= WANTED_NODE) return process.execPath;
	const system = process.platform === 'win32' ? 'win' : process.platform;
	const binary = process.platform === 'win32' ? 'node.exe' : 'node';
	const packaged = path.join(modules, `node-${system}-${process.arch}`, 'bin', binary);
	if (existsSync(packaged)) return packaged;
	return fail(
		`Wijkagenda needs Node ${WANTED_NODE} or newer and this is ${process.versions.node}; install Node ${WANTED_NODE} from https://nodejs.org and run the same command again.`,
	);
}

/** Runs the script under the found Node, passing signals on and its exit code back. */
function handOver(node, args) {
	// The channel tells the script that this process is gone, even when it was killed outright.
	// Many short requests leave much behind at once: a small young generation keeps the memory small.
	const child = spawn(node, ['--max-semi-space-size=4', ...args], {
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => child.kill(signal));
	}
	child.on('error', (error) => fail(`Node could not be started: ${error.message}.`));
	child.on('exit', (code, signal) => {
		if (!signal) process.exit(code ?? 1);
		process.removeAllListeners(signal);
		process.kill(process.pid, signal);
	});
}

if (!process.argv[2]) fail('Say which script to run: node scripts/run.mjs scripts/start.ts');
installWhatIsMissing();
handOver(findNode(), process.argv.slice(2));
