/** What `npm run preview` and `npm start` take. */
export const previewOptions = {
  host: { type: 'string' },
  port: { type: 'string' },
  open: { type: 'boolean' },
} as const;
