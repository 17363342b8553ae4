/** What a citizen has answered so far, or answers now; undefined: nothing said about it. */
export interface Answers {
  contacted?: boolean
  solved?: boolean
  grade?: number
  reason?: string
}

/** What a round has learnt so far; null is not answered yet. `grade` is 1 (very dissatisfied) to 5. */
export interface Known {
  contacted: boolean | null
  solved: boolean | null
  grade: number | null
  reason: string | null
}
