import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

/**
 * The script of the field pages, which have no SvelteKit client (docs/decisions/offline.md). Its name stays the same, so
 * that the server can name it; what it imports carries a hash.
 */
const fieldScript: Plugin = {
	name: 'field-script',
	apply: 'build',
	applyToEnvironment: ({ name }) => name === 'client',
	buildStart() {
		this.emitFile({ type: 'chunk', id: 'src/field.ts', fileName: '_app/field.js' });
	},
};

export default defineConfig({
	// A worker that is a module knows its own address, also where it is a page's script (ui/visitor-check.ts).
	worker: { format: 'es' },
	plugins: [
		fieldScript,
		sveltekit({
			adapter: adapter(),
			// The field pages register it themselves: no other page needs it.
			serviceWorker: { register: false },
			compilerOptions: { runes: true },
			csp: {
				mode: 'auto',
				directives: {
					'default-src': ['self'],
					'script-src': ['self'],
					'style-src': ['self', 'unsafe-inline'],
					'img-src': ['self', 'data:', 'blob:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'object-src': ['none'],
					'base-uri': ['self'],
					'form-action': ['self'],
					'frame-ancestors': ['none'],
				},
			},
		}),
	],
});
