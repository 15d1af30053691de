package cn.anxun.apk.resource;

import java.nio.file.Path;

/**
 * Where linking leaves its results.
 *
 * @param directory holds all but the sources
 * @param sources R classes to compile with the app
 */
public record LinkedResources(Path directory, Path sources) {

  /** The zip of manifest, resources and assets that becomes the APK. */
  public Path resourcePackage() {
    return directory.resolve("resources.ap_");
  }

  /** What R8 must keep because the manifest or a layout names it. */
  public Path shrinkRules() {
    return directory.resolve("aapt-rules.pro");
  }

  /** Every resource with the number it was given. */
  public Path symbols() {
    return directory.resolve("R.txt");
  }
}
