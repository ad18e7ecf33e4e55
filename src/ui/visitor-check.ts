import { solve } from '#kernel/visitor-check/work.ts';

/**
 * The script of `VisitorCheck.svelte`, in two roles: on the page it watches the forms, and as a worker it solves the
 * puzzles without holding the page up. One file, so that a page needs one small script and no other of ours.
 */

const onPage = typeof document !== 'undefined';

/** Solving begins when somebody touches the form: who only reads spends no battery. */
function watch(box: HTMLElement): void {
	const form = box.closest('form');
	const field = box.querySelector<HTMLInputElement>('[name="check.solution"]');
	if (!form || !field) return;
	let state: 'waiting' | 'working' | 'done' | 'failed' = 'waiting';
	let wantsToSend: HTMLElement | null | undefined;

	const begin = () => {
		if (state !== 'waiting') return;
		state = 'working';
		const { visitorCheck = '', bits = '0', worker: address = '' } = box.dataset;
		// Whoever has another way than this one still gets through.
		const end = (outcome: 'done' | 'failed', solution = '') => {
			state = outcome;
			field.value = solution;
			if (outcome === 'failed') box.querySelector('.visitor-question')?.removeAttribute('hidden');
			say('');
			if (wantsToSend !== undefined && outcome === 'done') form.requestSubmit(wantsToSend);
			wantsToSend = undefined;
		};
		try {
			const worker = new Worker(address, { type: 'module' });
			worker.onmessage = ({ data }: MessageEvent<string>) => {
				worker.terminate();
				end('done', data);
			};
			worker.onerror = () => end('failed');
			worker.postMessage({ challenge: visitorCheck, bits: Number(bits) });
		} catch {
			end('failed');
		}
	};
	const say = (text: string) => {
		const said = box.querySelector('.said');
		if (said) said.textContent = text;
	};

	for (const event of ['focusin', 'pointerdown', 'change']) form.addEventListener(event, begin);
	// Before anything else that listens: it is sent when the puzzles are solved.
	form.addEventListener(
		'submit',
		(event) => {
			begin();
			if (state !== 'working') return;
			event.preventDefault();
			event.stopImmediatePropagation();
			wantsToSend = event.submitter;
			say(box.dataset.working ?? '');
		},
		{ capture: true },
	);
}

if (onPage)
	for (const box of document.querySelectorAll<HTMLElement>('[data-visitor-check]')) watch(box);
else
	addEventListener('message', ({ data }: MessageEvent<{ challenge: string; bits: number }>) =>
		postMessage(solve(data.challenge, data.bits)),
	);
