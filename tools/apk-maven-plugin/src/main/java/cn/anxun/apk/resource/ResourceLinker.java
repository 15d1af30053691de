package cn.anxun.apk.resource;

import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.file.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Links manifest, compiled resources and assets to the resource part of the APK. */
public final class ResourceLinker {

  private final Aapt2 aapt2;
  private final LinkedResources linked;

  public ResourceLinker(Aapt2 aapt2, LinkedResources linked) {
    this.aapt2 = aapt2;
    this.linked = linked;
  }

  /** Links, and writes the app's own R class. */
  public void link(LinkRequest request) throws IOException, BuildFailure {
    FileTree.recreate(linked.sources());
    Files.createDirectories(linked.directory());
    aapt2.run("The resources do not link:", arguments(request));
  }

  private List<String> arguments(LinkRequest request) {
    List<String> arguments = new ArrayList<>();
    arguments.add("link");
    arguments.addAll(List.of("-I", aapt2.framework().toString()));
    arguments.addAll(List.of("--manifest", request.manifest().toString()));
    arguments.addAll(List.of("-o", linked.resourcePackage().toString()));
    arguments.addAll(List.of("--java", linked.sources().toString()));
    arguments.addAll(List.of("--proguard", linked.shrinkRules().toString()));
    arguments.addAll(List.of("--output-text-symbols", linked.symbols().toString()));
    arguments.addAll(List.of("--min-sdk-version", Integer.toString(request.minSdk())));
    arguments.addAll(List.of("--target-sdk-version", Integer.toString(request.targetSdk())));
    // The lowest API level draws vectors by itself.
    arguments.addAll(List.of("--auto-add-overlay", "--no-version-vectors"));
    for (Path directory : request.assets()) {
      arguments.addAll(List.of("-A", directory.toString()));
    }
    for (Path archive : request.compiled()) {
      arguments.addAll(List.of("-R", archive.toString()));
    }
    return arguments;
  }
}
