package cn.anxun.apk.resource;

import cn.anxun.apk.archive.AndroidArchive;
import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.file.Fingerprint;
import cn.anxun.apk.file.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The app's resources with its libraries': compiled, linked, with R classes; only what changed. */
public final class AppResources {

  private final Aapt2 aapt2;
  private final LinkedResources linked;
  private final int minSdk;
  private final int targetSdk;

  public AppResources(Aapt2 aapt2, LinkedResources linked, int minSdk, int targetSdk) {
    this.aapt2 = aapt2;
    this.linked = linked;
    this.minSdk = minSdk;
    this.targetSdk = targetSdk;
  }

  /**
   * Brings the linked resources up to date.
   *
   * @param resources the app's own; need not exist
   * @param assets the app's own; need not exist
   * @return whether there was anything to link
   */
  public boolean build(Path manifest, List<AndroidArchive> libraries, Path resources, Path assets)
      throws IOException, BuildFailure {
    LinkRequest request =
        new LinkRequest(
            manifest,
            compile(libraries, resources),
            assetDirectories(libraries, assets),
            minSdk,
            targetSdk);
    String fingerprint = fingerprint(request, libraries);
    Stamp stamp = new Stamp(linked.directory().resolve("resources.stamp"));
    if (stamp.matches(fingerprint) && exists()) {
      return false;
    }
    stamp.start();
    new ResourceLinker(aapt2, linked).link(request);
    LibrarySymbols.read(linked.symbols()).write(libraries, linked.sources());
    stamp.finish(fingerprint);
    return true;
  }

  private boolean exists() {
    return Files.exists(linked.resourcePackage()) && Files.isDirectory(linked.sources());
  }

  private List<Path> compile(List<AndroidArchive> libraries, Path resources)
      throws IOException, BuildFailure {
    ResourceCompiler compiler = new ResourceCompiler(aapt2);
    List<Path> compiled = new ArrayList<>();
    for (AndroidArchive library : libraries) {
      if (library.hasResources()) {
        Path target = library.directory().resolve("compiled.zip");
        compiler.compile(library.name(), library.resources(), target);
        compiled.add(target);
      }
    }
    if (Files.isDirectory(resources)) {
      Path target = linked.directory().resolve("compiled.zip");
      compiler.compile("the app", resources, target);
      compiled.add(target);
    }
    return compiled;
  }

  private static List<Path> assetDirectories(List<AndroidArchive> libraries, Path assets) {
    List<Path> directories = new ArrayList<>();
    for (AndroidArchive library : libraries) {
      directories.add(library.assets());
    }
    directories.add(assets);
    directories.removeIf(directory -> !Files.isDirectory(directory));
    return directories;
  }

  private static String fingerprint(LinkRequest request, List<AndroidArchive> libraries)
      throws IOException {
    Fingerprint fingerprint = new Fingerprint().content(request.manifest());
    fingerprint.text("minSdk", request.minSdk()).text("targetSdk", request.targetSdk());
    for (Path archive : request.compiled()) {
      fingerprint.version(archive);
    }
    for (Path directory : request.assets()) {
      fingerprint.tree(directory);
    }
    for (AndroidArchive library : libraries) {
      fingerprint.text("library", library.name()).content(library.symbols());
    }
    return fingerprint.value();
  }
}
