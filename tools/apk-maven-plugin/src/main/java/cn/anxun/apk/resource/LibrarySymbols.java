package cn.anxun.apk.resource;

import cn.anxun.apk.archive.AndroidArchive;
import cn.anxun.apk.failure.BuildFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The R class of each library: the names in the library's own {@code R.txt} with the numbers that
 * linking gave them in the app. ({@code aapt2 --extra-packages} would write every name of the app
 * into every library's class.)
 */
public final class LibrarySymbols {

  private final Map<String, String> numbers;

  private LibrarySymbols(Map<String, String> numbers) {
    this.numbers = numbers;
  }

  /**
   * @param symbols the app's {@code R.txt}
   */
  public static LibrarySymbols read(Path symbols) throws IOException {
    Map<String, String> numbers = new HashMap<>();
    for (String line : Files.readAllLines(symbols)) {
      String[] parts = line.split(" ", 4);
      numbers.put(key(parts), parts[3]);
    }
    return new LibrarySymbols(numbers);
  }

  /**
   * Writes one class for each package.
   *
   * @return how many
   */
  public int write(List<AndroidArchive> libraries, Path sources) throws IOException, BuildFailure {
    Map<String, Map<String, Map<String, String>>> packages = new TreeMap<>();
    for (AndroidArchive library : libraries) {
      if (library.hasSymbols()) {
        collect(library, packages.computeIfAbsent(library.packageName(), any -> new TreeMap<>()));
      }
    }
    for (Map.Entry<String, Map<String, Map<String, String>>> one : packages.entrySet()) {
      Path directory = sources.resolve(one.getKey().replace('.', '/'));
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("R.java"), source(one.getKey(), one.getValue()));
    }
    return packages.size();
  }

  private void collect(AndroidArchive library, Map<String, Map<String, String>> types)
      throws IOException {
    for (String line : Files.readAllLines(library.symbols())) {
      String[] parts = line.split(" ", 4);
      if (parts.length < 4) {
        continue;
      }
      String number = numbers.get(key(parts));
      if (number != null) {
        types
            .computeIfAbsent(parts[1], any -> new TreeMap<>())
            .put(parts[0] + " " + parts[2], number);
      }
    }
  }

  private static String source(String packageName, Map<String, Map<String, String>> types) {
    StringBuilder source = new StringBuilder();
    source.append("package ").append(packageName).append(";\n\npublic final class R {\n");
    types.forEach(
        (type, fields) -> {
          source.append("  public static final class ").append(type).append(" {\n");
          fields.forEach(
              (field, value) ->
                  source
                      .append("    public static final ")
                      .append(field)
                      .append(" = ")
                      .append(value)
                      .append(";\n"));
          source.append("  }\n");
        });
    return source.append("}\n").toString();
  }

  /** Java type, resource type and name, as a line of {@code R.txt} starts. */
  private static String key(String[] parts) {
    return parts[0] + " " + parts[1] + " " + parts[2];
  }
}
