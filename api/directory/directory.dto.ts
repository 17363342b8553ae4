import { z } from 'zod'
import type { DirectoryReads } from './directory.cache.ts'
import type { Line, Staff, Unit } from './directory.store.ts'
import { mergeModes, roles, unitLevels } from '../vocabulary/directory.ts'

/** A unit as every signed-in person sees it. */
export const UnitDto = z
  .object({
    id: z.string(),
    code: z.string(),
    parentId: z.string().nullable(),
    level: z.enum(unitLevels),
    name: z.string(),
    nameEn: z.string(),
    aliases: z.array(z.string()),
    /** The duty phone of an office, not of a person: not masked. */
    dutyPhone: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    active: z.boolean(),
  })
  .meta({ id: 'Unit' })
/** A unit without what only the server needs. */
export const toUnitDto = (unit: Unit) => UnitDto.parse(unit)

/** A unit with the units under it. */
export interface UnitTreeDto extends z.infer<typeof UnitDto> {
  children: UnitTreeDto[]
}
/** The name keeps the two trees apart in the API’s document. */
export const UnitTreeDto: z.ZodType<UnitTreeDto> = UnitDto.extend({
  get children() {
    return z.array(UnitTreeDto)
  },
}).meta({ id: 'UnitTree' })

/** A published number and how it greets. */
export const LineDto = z
  .object({
    id: z.string(),
    code: z.string(),
    number: z.string(),
    name: z.string(),
    nameEn: z.string(),
    mode: z.enum(mergeModes),
    greeting: z.string(),
    greetingEn: z.string(),
    recordingNotice: z.string(),
    recordingNoticeEn: z.string(),
    hours: z.object({ from: z.string(), to: z.string(), workingDaysOnly: z.boolean() }).nullable(),
    active: z.boolean(),
  })
  .meta({ id: 'Line' })
/** A line without what only the server needs. */
export const toLineDto = (line: Line) => LineDto.parse(line)

/** A member of staff with the name of their unit. */
export const StaffDto = z
  .object({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    roles: z.array(z.enum(roles)),
    unitId: z.string(),
    unitName: z.string(),
    unitNameEn: z.string(),
    extension: z.string().nullable(),
    locale: z.string(),
    active: z.boolean(),
  })
  .meta({ id: 'Staff' })
/** A member of staff with the name of their unit; empty where the unit is gone. */
export const toStaffDto = (directory: Pick<DirectoryReads, 'unitById'>, staff: Staff) => {
  const unit = directory.unitById(staff.unitId)
  return StaffDto.parse({ ...staff, unitName: unit?.name ?? '', unitNameEn: unit?.nameEn ?? '' })
}
