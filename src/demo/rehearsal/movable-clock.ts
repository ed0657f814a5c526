/** A clock that the demo may put forward; it goes on by itself. */
export type MovableClock = { now(): Date; moveTo(at: Date): void; isMoved(): boolean }
