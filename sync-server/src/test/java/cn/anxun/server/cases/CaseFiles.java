package cn.anxun.server.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The case files that tests replay. */
public final class CaseFiles {
  private CaseFiles() {}

  /** A made-up case in which every kind and every field occurs. */
  public static String everyKind() {
    try (InputStream in =
        CaseFiles.class.getResourceAsStream("/cn/anxun/server/acceptance/every-kind.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A case of the folder that stands beside the repository, where it does. */
  public static Optional<Path> shared(String name) {
    for (String cases : new String[] {"../../shared/cases", "../shared/cases"}) {
      Path file = Path.of(cases, name);
      if (Files.exists(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** Reads a case that must be readable. */
  public static CaseFile read(String json) {
    try {
      return CaseFileReader.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (CaseFileException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** As {@link #read(String)}, from a file. */
  public static CaseFile read(Path file) {
    try {
      return CaseFileReader.read(file);
    } catch (CaseFileException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
