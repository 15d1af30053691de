package cn.anxun.apk.archive;

import cn.anxun.apk.failure.BuildFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One AAR laid open on disk. Its parts stand where the AAR format puts them.
 *
 * @param name group, artifact and version, unique among the libraries of a build
 * @param directory where its parts are
 */
public record AndroidArchive(String name, Path directory) {

  private static final Pattern PACKAGE = Pattern.compile("\\bpackage\\s*=\\s*[\"']([^\"']+)[\"']");

  public Path classes() {
    return directory.resolve("classes.jar");
  }

  public Path manifest() {
    return directory.resolve("AndroidManifest.xml");
  }

  public Path resources() {
    return directory.resolve("res");
  }

  public Path assets() {
    return directory.resolve("assets");
  }

  /** Native libraries, one directory for each ABI. */
  public Path nativeLibraries() {
    return directory.resolve("jni");
  }

  /** What R8 must keep for those who use the library. */
  public Path shrinkRules() {
    return directory.resolve("proguard.txt");
  }

  /** The names of the library's resources. */
  public Path symbols() {
    return directory.resolve("R.txt");
  }

  public boolean hasResources() {
    return Files.isDirectory(resources());
  }

  public boolean hasSymbols() throws IOException {
    return Files.exists(symbols()) && Files.size(symbols()) > 0;
  }

  /** The package of the library's R class. */
  public String packageName() throws IOException, BuildFailure {
    Matcher matcher = PACKAGE.matcher(Files.readString(manifest()));
    if (!matcher.find()) {
      throw new BuildFailure("The manifest of " + name + " names no package: " + manifest());
    }
    return matcher.group(1);
  }
}
