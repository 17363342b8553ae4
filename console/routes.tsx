import type { RouteDefinition, RouteSectionProps } from '@solidjs/router'
import { lazy, type Component } from 'solid-js'
import { Gate } from './app/Gate.tsx'
import { Guard } from './app/Guard.tsx'
import { Home } from './app/Home.tsx'
import { NotFound } from './app/NotFound.tsx'
import type { Page } from './app/pages.types.ts'
import { BareFrame } from './gallery/BareFrame.tsx'
import { Softphone } from './softphone/Softphone.tsx'

/** Every page, in the order of the rail. A page is loaded when it is opened. */
export const pages: readonly Page[] = [
  {
    path: '/settings',
    title: 'settings.title',
    component: lazy(async () => ({ default: (await import('./settings/settings.page.tsx')).SettingsPage })),
  },
]

const SignInPage = lazy(async () => ({ default: (await import('./app/sign-in.page.tsx')).SignInPage }))
const GalleryPage = lazy<Component>(async () => ({ default: (await import('./gallery/gallery.page.tsx')).GalleryPage }))

const guarded = (page: Page): RouteDefinition => ({
  path: page.path,
  component: (props: RouteSectionProps) => (
    <Guard page={page}>
      <page.component {...props} />
    </Guard>
  ),
})

/** The gallery of components: open in development, for administrators in production. */
const gallery: Page = { path: '/_ui', title: 'shell.gallery', component: GalleryPage, permission: 'staff.manage' }

export const routes: RouteDefinition[] = [
  { path: '/sign-in', component: SignInPage },
  ...(import.meta.env.DEV
    ? [
        {
          path: gallery.path,
          component: () => (
            <BareFrame>
              <GalleryPage />
            </BareFrame>
          ),
        },
      ]
    : []),
  {
    component: (props: RouteSectionProps) => <Gate pages={pages} softphone={() => <Softphone />}>{props.children}</Gate>,
    children: [
      { path: '/', component: () => <Home pages={pages} /> },
      ...[...pages, gallery].map((page) => guarded(page)),
      { path: '*', component: NotFound },
    ],
  },
]
