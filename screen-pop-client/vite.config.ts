import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['SANTRAL_SERVER'] ?? 'http://127.0.0.1:8080';

// As the server says it (class SecurityConfiguration), so that `npm run look` finds what it would forbid.
const policy =
  "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';" +
  " img-src 'self' data:; script-src 'self'; style-src 'self'";

// Nothing inline: the server sends a Content-Security-Policy that allows its own files and nothing else.
export default defineConfig({
  plugins: [react()],
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: 'es2022' },
  server: { proxy: { '/api': server, '/ws': { target: server, ws: true } } },
  preview: { host: '127.0.0.1', headers: { 'Content-Security-Policy': policy } },
});
