/** A point that work waits at (`passed`) until the test lets it go on (`open`). */
export const gate = () => {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, passed }
}
