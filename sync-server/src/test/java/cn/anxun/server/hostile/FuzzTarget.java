package cn.anxun.server.hostile;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the fuzzer is let loose on; the seeds of each stand in a folder of its own. */
enum FuzzTarget {
  CODEC("cn.anxun.server.hostile.CodecFuzz"),
  TUS_HEADERS("cn.anxun.server.http.v1.TusHeadersFuzz"),
  CONTENT("cn.anxun.server.file.ContentFuzz"),
  IMPORT("cn.anxun.server.importer.ImportFuzz"),
  FILL("cn.anxun.server.report.fill.FillFuzz"),
  BUNDLE("cn.anxun.server.bundle.BundleFuzz");

  private final String type;

  FuzzTarget(String type) {
    this.type = type;
  }

  /** The class whose {@code fuzzerTestOneInput} takes an input. */
  String type() {
    return type;
  }

  /** Seeds, and every input that broke something once. */
  Path seeds() {
    return Path.of("src/test/fuzz", name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
  }

  List<Path> listSeeds() throws IOException {
    try (Stream<Path> files = Files.list(seeds())) {
      return files.sorted().toList();
    }
  }

  /** Runs one input; what it throws is a defect. */
  void run(byte[] input) throws Exception {
    Method one = Class.forName(type).getMethod("fuzzerTestOneInput", byte[].class);
    try {
      one.invoke(null, (Object) input);
    } catch (InvocationTargetException e) {
      throw new AssertionError(name() + " threw " + e.getCause(), e.getCause());
    }
  }
}
