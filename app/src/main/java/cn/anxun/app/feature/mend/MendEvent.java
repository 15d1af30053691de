package cn.anxun.app.feature.mend;

/** Something that happens once. */
enum MendEvent {
  /** It waits to be sent again. */
  MENDED,
  /** It needs no mending any more. */
  GONE,
  /** The disk would not. */
  FAILED
}
