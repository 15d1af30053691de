package cn.anxun.server.console.fill;

/** A file of others, to be filled. */
final class TemplateFile {
  private final String name;
  private final String ending;
  private final byte[] bytes;

  TemplateFile(String name, String ending, byte[] bytes) {
    this.name = name;
    this.ending = ending;
    this.bytes = bytes;
  }

  /** As it is called where it came from. */
  String name() {
    return name;
  }

  /** Of its name, in small letters: xlsx, xlsm or docx. */
  String ending() {
    return ending;
  }

  /** What is in it; not to be changed. */
  byte[] bytes() {
    return bytes;
  }
}
