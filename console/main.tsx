import { Router } from '@solidjs/router'
import { QueryClientProvider } from '@tanstack/solid-query'
import { render } from 'solid-js/web'
import { PageBoundary } from './app/PageBoundary.tsx'
import { createQueryClient } from './app/query-client.ts'
import { chooseLocale } from './i18n/choose-locale.ts'
import { I18nProvider, loadLocale } from './i18n/i18n.tsx'
import { routes } from './routes.tsx'
import { paint } from './shared/preferences.ts'
import './ui/base.css'

paint()
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
const queries = createQueryClient()
const initial = await loadLocale(chooseLocale())

render(
  () => (
    <I18nProvider initial={initial}>
      <QueryClientProvider client={queries}>
        <Router root={(props) => <PageBoundary>{props.children}</PageBoundary>}>{routes}</Router>
      </QueryClientProvider>
    </I18nProvider>
  ),
  root,
)
