/**
 * What keeps the database or the photos from being written or read, apart from any mistake of the program: the disk is
 * full, the file or its folder may only be read, another process has the database locked, the disk does not work, or the
 * file is damaged.
 */
export type StorageFault = 'full' | 'read-only' | 'locked' | 'disk' | 'damaged'
