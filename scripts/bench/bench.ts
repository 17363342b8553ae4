/** `npm run bench -- <name> [options]`: figures in one run beside a baseline; never a verdict. */
const benches: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
  city: () => import('./city.ts'),
  flood: () => import('./flood.ts'),
  intake: () => import('./intake.ts'),
  kills: () => import('./kills.ts'),
  lives: () => import('./lives.ts'),
  loop: () => import('./loop.ts'),
  parts: () => import('./parts.ts'),
  scale: () => import('./scale.ts'),
  search: () => import('./search.ts'),
  shortcuts: () => import('./shortcuts.ts'),
  triage: () => import('./triage.ts'),
}

const [name, ...args] = process.argv.slice(2)
const load = name === undefined ? undefined : benches[name]
if (!load) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(benches).join(' | ')}\n`)
  process.exit(1)
}
await (await load()).run(args)
