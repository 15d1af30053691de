package cn.anxun.core.sync.bundle;

/**
 * One file in a pack.
 *
 * @param name as {@link PackFormat#isName} has it, such as {@code photos/….jpg}
 * @param type its media type
 * @param content not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record PackPart(String name, String type, byte[] content) {
  public PackPart {
    if (!PackFormat.isName(name)) {
      throw new IllegalArgumentException("name: no part of a pack is called " + name);
    }
    if (content.length > PackFormat.MAX_PART_BYTES) {
      throw new IllegalArgumentException("content: too much for a part: " + content.length);
    }
  }

  @Override
  public String toString() {
    return "PackPart[" + name + ", " + content.length + " bytes]";
  }
}
