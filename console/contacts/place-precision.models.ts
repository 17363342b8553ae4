/** 12号, 300弄, 5楼, 三单元; a line of the metro (2号线) is no door. */
const door =
  /[\d零〇一二三四五六七八九十百]+\s*(?:号(?!线)|弄|幢|栋|座|室|单元|楼|层)|\b(?:no\.?|lane|unit|room)\s*\d|\b\d{1,5}[a-z]?,?\s+(?:[a-z'’]+\s+){1,4}(?:street|st|road|rd|avenue|ave|boulevard|blvd|lane|drive)\b|\b(?:street|st|road|rd|avenue|ave|boulevard|blvd|drive),?\s+\d/i
/** A crossing, an estate, a station: a spot, though without a door. */
const spot =
  /路口|交叉口|交界|小区|花园|花苑|家园|公寓|新村|新苑|大厦|广场|公园|站|医院|学校|小学|中学|大学|幼儿园|市场|大桥|\b(?:near|station|park|hospital|school|university|market|mall|plaza|tower|gardens?|estate|community|bridge|crossing)\b|&/i

/** How precisely words name a place: 2 with a door number, 1 a spot, 0 a street or an area. */
export const precisionOf = (place: string): 0 | 1 | 2 => {
  const written = place.normalize('NFKC')
  return door.test(written) ? 2 : spot.test(written) ? 1 : 0
}
