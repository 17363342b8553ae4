import { inject } from 'vitest'
import { startCity, type City } from '../../scripts/start/city.ts'

/** Server and practice carrier on a copy of the sample city, in which nobody has asked for anything yet. */
export const openCity = (): Promise<City> => startCity({ copyOf: inject('sampleCity') })
