/** The two languages the hotline writes to citizens in. */
export type TextLocale = 'zh' | 'en'
