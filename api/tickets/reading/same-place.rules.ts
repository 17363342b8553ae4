import { searchable } from '../../platform/writing/searchable.ts'

/** Where a request is about, as far as it is known. */
export interface Spot {
  streetId: string | null
  place: string | null
  lat: number | null
  lon: number | null
}

/** Two points nearer than this are one place, metres: a crossing, a building and its yard. */
const nearMetres = 80
/** Degrees of latitude that hold `nearMetres`. */
export const nearDegrees = nearMetres / 111_320

const metres = (a: { lat: number; lon: number }, b: { lat: number; lon: number }) => {
  const rad = Math.PI / 180
  const x = (b.lon - a.lon) * rad * Math.cos(((a.lat + b.lat) / 2) * rad)
  return Math.hypot(x, (b.lat - a.lat) * rad) * 6_371_000
}

const plain = (place: string) => searchable(place).replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Whether two requests are about one place: points that are near, else the same words for it in the same street. */
export const isSamePlace = (a: Spot, b: Spot): boolean => {
  if (a.lat !== null && a.lon !== null && b.lat !== null && b.lon !== null)
    return metres({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon }) <= nearMetres
  return (
    a.place !== null &&
    b.place !== null &&
    a.streetId !== null &&
    a.streetId === b.streetId &&
    plain(a.place) !== '' &&
    plain(a.place) === plain(b.place)
  )
}
