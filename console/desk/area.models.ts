import type { Option } from '../ui/fields/combobox.models.ts'

/** A district or street as the directory has it. */
export interface Area {
  id: string
  parentId: string | null
  level: string
  name: string
  nameEn: string
  aliases: readonly string[]
}

/** Districts with their streets under them, each found by its other names and in both languages. */
export const areaOptions = <A extends Area>(areas: readonly A[], label: (area: A) => string): Option[] =>
  areas.map((area) => ({
    value: area.id,
    label: label(area),
    parent: area.level === 'street' ? (area.parentId ?? undefined) : undefined,
    keywords: [area.name, area.nameEn, ...area.aliases].join(' '),
  }))

/** What choosing an area means for the form: a street brings its district. */
export const choiceOfArea = (
  areas: readonly Area[],
  id: string,
): { districtId: string | undefined; streetId: string | undefined } => {
  const area = areas.find((one) => one.id === id)
  if (area?.level !== 'street') return { districtId: area?.id, streetId: undefined }
  return { districtId: area.parentId ?? undefined, streetId: area.id }
}
