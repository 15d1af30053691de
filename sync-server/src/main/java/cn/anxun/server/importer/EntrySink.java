package cn.anxun.server.importer;

import cn.anxun.core.entry.WrittenEntry;

/** Where the entries of an import go, one after the other. */
interface EntrySink {
  void take(WrittenEntry entry);
}
