import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [
		sveltekit({
			adapter: adapter(),
			// Origins are checked by the kernel's own entry, which knows PUBLIC_URL (docs/decisions).
			compilerOptions: { runes: true },
		}),
	],
});
