package cn.anxun.apk.resource;

import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.file.Fingerprint;
import cn.anxun.apk.file.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compiles a directory of resources to one archive, when something in it changed. */
public final class ResourceCompiler {

  private final Aapt2 aapt2;

  public ResourceCompiler(Aapt2 aapt2) {
    this.aapt2 = aapt2;
  }

  /**
   * @param owner whose resources these are, for the message if they do not compile
   * @return whether there was anything to do
   */
  public boolean compile(String owner, Path resources, Path compiled)
      throws IOException, BuildFailure {
    Stamp stamp = new Stamp(compiled.resolveSibling(compiled.getFileName() + ".stamp"));
    String fingerprint = new Fingerprint().tree(resources).value();
    if (stamp.matches(fingerprint) && Files.exists(compiled)) {
      return false;
    }
    stamp.start();
    Files.createDirectories(compiled.toAbsolutePath().getParent());
    Files.deleteIfExists(compiled);
    aapt2.run(
        "The resources of " + owner + " do not compile:",
        List.of("compile", "--dir", resources.toString(), "-o", compiled.toString()));
    stamp.finish(fingerprint);
    return true;
  }
}
