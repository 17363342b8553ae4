import type { Translation } from '../i18n.types.ts'
import type { directory as source } from '../zh-CN/directory.ts'

/** People and units, to look up. */
export const directory: Translation<typeof source> = {
  'directory.title': 'Directory',
  'directory.views': 'Directory',
  'directory.staff': 'Staff',
  'directory.units': 'Units',
  'directory.searchStaff': 'Find by name, account, extension',
  'directory.searchUnits': 'Find by name, short name, code',
  'directory.anyRole': 'All roles',
  'directory.anyLevel': 'All levels',
  'directory.role': 'Role',
  'directory.level': 'Level',
  'directory.name': 'Name',
  'directory.account': 'Account',
  'directory.roles': 'Roles',
  'directory.unit': 'Unit',
  'directory.extension': 'Extension',
  'directory.unitName': 'Unit',
  'directory.code': 'Code',
  'directory.parent': 'Under',
  'directory.dutyPhone': 'Duty phone',
  'directory.aliases': 'Short names',
  'directory.reset': 'Reset password',
  'directory.resetTitle': 'Reset the password of {name}',
  'directory.resetHint':
    'A password for once is made and all sign-ins of this person end. With it they must choose one of their own first.',
  'directory.resetFactor': 'Also take two-step sign-in away',
  'directory.resetFactorHint': 'Only if the telephone is lost and no recovery code is left.',
  'directory.resetDone': 'The password for once of {account}, shown this once; tell it in person or by telephone:',
  'directory.copyPassword': 'Copy the password',
  'directory.noStaff': 'Nobody matches',
  'directory.noUnits': 'No unit matches',
  'directory.emptyHint': 'Try another word or fewer filters.',
}
