package cn.anxun.apk.packaging;

/** Which of a jar's files the app may read at run time. */
final class JavaResources {

  private JavaResources() {}

  /** Neither classes nor what only compilers and lawyers read. */
  static boolean isWanted(String name) {
    if (name.endsWith(".class") || name.endsWith(".dex") || name.endsWith(".kotlin_metadata")) {
      return false;
    }
    if (name.startsWith("META-INF/services/")) {
      return true;
    }
    return !name.startsWith("META-INF/")
        && !name.startsWith("kotlin/")
        && !name.startsWith("DebugProbesKt")
        && !name.endsWith(".proto")
        && !name.endsWith(".knm")
        && !name.equals("LICENSE");
  }
}
