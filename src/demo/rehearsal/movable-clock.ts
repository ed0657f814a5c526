/** A running clock that the demo may move forward. */
export type MovableClock = { now(): Date; moveTo(at: Date): void; isMoved(): boolean }
