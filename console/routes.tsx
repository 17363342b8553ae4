import type { RouteDefinition, RouteSectionProps } from '@solidjs/router'
import ClipboardCheck from 'lucide-solid/icons/clipboard-check'
import Send from 'lucide-solid/icons/send'
import TicketIcon from 'lucide-solid/icons/ticket'
import BookOpen from 'lucide-solid/icons/book-open'
import MessageSquare from 'lucide-solid/icons/message-square'
import Headset from 'lucide-solid/icons/headset'
import Building from 'lucide-solid/icons/building-2'
import PhoneOutgoing from 'lucide-solid/icons/phone-outgoing'
import MonitorDot from 'lucide-solid/icons/monitor-dot'
import ChartNoAxesColumn from 'lucide-solid/icons/chart-no-axes-column'
import Users from 'lucide-solid/icons/users'
import Activity from 'lucide-solid/icons/activity'
import ScrollText from 'lucide-solid/icons/scroll-text'
import { lazy, type Component } from 'solid-js'
import { Gate } from './app/Gate.tsx'
import { Guard } from './app/Guard.tsx'
import { Home } from './app/Home.tsx'
import { NotFound } from './app/NotFound.tsx'
import type { Page } from './app/pages.types.ts'
import { BareFrame } from './gallery/BareFrame.tsx'
import { LookupSearch } from './lookup/LookupSearch.tsx'
import { AgentBar } from './desk/AgentBar.tsx'

/** Every page, in the order of the rail. A page is loaded when it is opened. */
const pages: readonly Page[] = [
  {
    path: '/desk',
    title: 'desk.title',
    permission: 'desk.use',
    rail: { icon: Headset, keys: 'g a' },
    component: lazy(async () => ({ default: (await import('./desk/desk.page.tsx')).DeskPage })),
  },
  {
    path: '/tickets',
    title: 'tickets.title',
    permission: 'ticket.read',
    rail: { icon: TicketIcon, keys: 'g t' },
    component: lazy(async () => ({ default: (await import('./tickets/ticket-list.page.tsx')).TicketListPage })),
  },
  {
    path: '/tickets/:id',
    title: 'tickets.title',
    permission: 'ticket.read',
    component: lazy(async () => ({ default: (await import('./tickets/ticket.page.tsx')).TicketPage })),
  },
  {
    path: '/dispatch',
    title: 'dispatch.title',
    permission: 'dispatch.desk',
    rail: { icon: Send, keys: 'g d' },
    component: lazy(async () => ({ default: (await import('./dispatch/dispatch.page.tsx')).DispatchPage })),
  },
  {
    path: '/review',
    title: 'review.title',
    permission: 'review.desk',
    rail: { icon: ClipboardCheck, keys: 'g r' },
    component: lazy(async () => ({ default: (await import('./review/review.page.tsx')).ReviewPage })),
  },
  {
    path: '/threads',
    title: 'threads.title',
    permission: 'desk.use',
    rail: { icon: MessageSquare, keys: 'g m' },
    component: lazy(async () => ({ default: (await import('./threads/threads.page.tsx')).ThreadsPage })),
  },
  {
    path: '/knowledge',
    title: 'knowledge.title',
    permission: 'knowledge.read',
    rail: { icon: BookOpen, keys: 'g k' },
    component: lazy(async () => ({ default: (await import('./knowledge/knowledge.page.tsx')).KnowledgePage })),
  },
  {
    path: '/unit',
    title: 'unit.title',
    permission: 'unit.desk',
    rail: { icon: Building, keys: 'g u' },
    component: lazy(async () => ({ default: (await import('./unit/unit.page.tsx')).UnitPage })),
  },
  {
    path: '/follow-up',
    title: 'followUp.title',
    permission: 'followUp.desk',
    rail: { icon: PhoneOutgoing, keys: 'g f' },
    component: lazy(async () => ({ default: (await import('./followup/followup.page.tsx')).FollowUpPage })),
  },
  {
    path: '/wallboard',
    title: 'wallboard.title',
    permission: 'wallboard.read',
    rail: { icon: MonitorDot, keys: 'g w' },
    component: lazy(async () => ({ default: (await import('./insight/wallboard.page.tsx')).WallboardPage })),
  },
  {
    path: '/rates',
    title: 'rates.title',
    permission: 'report.read',
    rail: { icon: ChartNoAxesColumn, keys: 'g e' },
    component: lazy(async () => ({ default: (await import('./insight/rates.page.tsx')).RatesPage })),
  },
  {
    path: '/staff',
    title: 'directory.title',
    permission: 'directory.read',
    rail: { icon: Users, keys: 'g s' },
    component: lazy(async () => ({ default: (await import('./directory/directory.page.tsx')).DirectoryPage })),
  },
  {
    path: '/audit',
    title: 'audit.title',
    permission: 'audit.read',
    rail: { icon: ScrollText, keys: 'g l' },
    component: lazy(async () => ({ default: (await import('./audit/audit.page.tsx')).AuditPage })),
  },
  {
    path: '/operations',
    title: 'operations.title',
    permission: 'operations.read',
    rail: { icon: Activity, keys: 'g o' },
    component: lazy(async () => ({ default: (await import('./operations/operations.page.tsx')).OperationsPage })),
  },
  {
    path: '/account',
    title: 'account.title',
    component: lazy(async () => ({ default: (await import('./account/account.page.tsx')).AccountPage })),
  },
  {
    path: '/settings',
    title: 'settings.title',
    component: lazy(async () => ({ default: (await import('./settings/settings.page.tsx')).SettingsPage })),
  },
]

const PendingPage = lazy(async () => ({ default: (await import('./account/pending.page.tsx')).PendingPage }))
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
    component: (props: RouteSectionProps) => (
      <Gate pages={pages} softphone={() => <AgentBar />} pending={() => <PendingPage />}>
        <LookupSearch />
        {props.children}
      </Gate>
    ),
    children: [
      { path: '/', component: () => <Home pages={pages} /> },
      ...[...pages, gallery].map((page) => guarded(page)),
      { path: '*', component: NotFound },
    ],
  },
]
