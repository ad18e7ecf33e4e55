import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'var/', 'coverage/', 'node_modules/'] },
	...ts.configs.recommended,
	...svelte.configs['flat/recommended'],
	...svelte.configs['flat/prettier'],
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
			],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'no-console': ['error', { allow: ['error', 'warn'] }],
			'prefer-const': 'error',
			eqeqeq: ['error', 'always', { null: 'ignore' }],
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser } },
		rules: {
			// Links are made by typed helpers of our own; nothing is served beneath a base path.
			'svelte/no-navigation-without-resolve': 'off',
			// Takes the reason beside an ignored code for a code; the compiler itself tells of useless ones.
			'svelte/no-unused-svelte-ignore': 'off',
		},
	},
	{ files: ['scripts/**'], rules: { 'no-console': 'off' } },
);
