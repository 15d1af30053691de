package cn.anxun.server.bench;

import java.util.Locale;

/** What a row's figures are in. */
enum Unit {
  ENTRIES_PER_SECOND,
  MILLISECONDS,
  BYTES_PER_ENTRY,
  MEGABYTES;

  /** Of its name among the texts. */
  String key() {
    return "bench.unit." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
