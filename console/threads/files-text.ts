import { fileKinds, type FileCounts } from '../../api/vocabulary/file.ts'
import { useI18n } from '../i18n/i18n.tsx'

/** Says how many files of each kind there are: 2 张图片、1 段视频; 2 pictures, 1 video. Empty where there are none. */
export const createFilesText = () => {
  const { t } = useI18n()
  return (counts: FileCounts): string =>
    fileKinds
      .filter((kind) => (counts[kind] ?? 0) > 0)
      .map((kind) => t(`threads.files.${kind}`, { n: counts[kind] ?? 0 }))
      .join(t('threads.files.between'))
}
