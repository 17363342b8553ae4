import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { clientAddress } from '../platform/server/client-address.ts'
import { addressHeader } from './auth.ts'
import type { createDeviceCookie } from './sign-in/device-cookie.ts'

/** The address of the other end; a request made without a network (a test's) has none. */
const socketOf = (c: Context): string =>
  c.env && 'incoming' in c.env ? (getConnInfo(c).remote.address ?? 'unknown') : 'unknown'

/** Where a request comes from, as everything about accounts asks: address, the browser's mark, and headers that the sign-in library may believe. */
export const requestFrom =
  ({ trustProxy, device }: { trustProxy: number; device: ReturnType<typeof createDeviceCookie> }) =>
  async (c: Context) => {
    const address = clientAddress(socketOf(c), c.req.header('x-forwarded-for'), trustProxy)
    const headers = new Headers(c.req.raw.headers)
    headers.set(addressHeader, address)
    const mark = await device.read(c)
    const requestId: unknown = c.get('requestId')
    return {
      address,
      device: mark,
      nextDevice: mark ?? device.make(),
      headers,
      requestId: typeof requestId === 'string' ? requestId : null,
    }
  }
