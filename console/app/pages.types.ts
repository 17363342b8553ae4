import type { RouteSectionProps } from '@solidjs/router'
import type { Component } from 'solid-js'
import type { Permission } from '../../api/vocabulary/permissions.ts'
import type { PlainKey } from '../i18n/i18n.types.ts'
import type { IconComponent } from '../ui/icon.ts'

/** One page of the console: route, guard, place in the rail and shortcut in one entry of routes.tsx. */
export interface Page {
  path: string
  title: PlainKey
  component: Component<RouteSectionProps>
  /** What one must be allowed to open it; everybody when left out. */
  permission?: Permission
  /** Given: it stands in the rail, in this order. */
  rail?: { icon: IconComponent; keys: string }
}
