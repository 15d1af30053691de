package cn.anxun.core.entry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An entry with the very bytes it was written in. The phone keeps and sends these bytes; the server
 * stores them as they came.
 *
 * @param entry what they say
 * @param bytes the UTF-8 JSON, at most {@link EntryJson#MAX_BYTES}; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record WrittenEntry(Entry entry, byte[] bytes) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WrittenEntry written && Arrays.equals(bytes, written.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "WrittenEntry[" + entry.kind().name() + ' ' + entry.header().id() + ']';
  }
}
