package cn.anxun.app.feature.inspection;

/** Where the office's lists are read. */
interface ReferenceSource {

  /** As they are by now. Not on the main thread. */
  Reference load();
}
