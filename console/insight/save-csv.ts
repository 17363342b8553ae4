/** Hands the reader a CSV file that was made in the page. */
export const saveCsv = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.csv`
  link.click()
  // the download has the file by the next turn
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
