package cn.anxun.apk.inspection;

import cn.anxun.apk.failure.BuildFailure;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an APK says of itself to a phone, read from {@code aapt2 dump badging}.
 *
 * @param applicationId the package it is installed as
 * @param minSdk the lowest API level it runs on
 * @param targetSdk the API level it expects
 * @param permissions what it asks for
 * @param abis the ABIs it has native code for
 * @param testOnly whether a phone takes it only by {@code adb install -t}
 * @param debuggable whether a debugger may attach
 */
public record Badging(
    String applicationId,
    int minSdk,
    int targetSdk,
    Set<String> permissions,
    Set<String> abis,
    boolean testOnly,
    boolean debuggable) {

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

  public Badging {
    permissions = Set.copyOf(permissions);
    abis = Set.copyOf(abis);
  }

  /** Reads the printed lines. */
  public static Badging parse(String printed) throws BuildFailure {
    Set<String> permissions = new TreeSet<>();
    Set<String> abis = new TreeSet<>();
    for (String line : printed.lines().toList()) {
      if (line.startsWith("uses-permission")) {
        permissions.add(quoted(line));
      } else if (line.startsWith("native-code:") || line.startsWith("alt-native-code:")) {
        QUOTED.matcher(line).results().forEach(result -> abis.add(result.group(1)));
      }
    }
    return new Badging(
        value(printed, "package: name="),
        Integer.parseInt(value(printed, "minSdkVersion:")),
        Integer.parseInt(value(printed, "targetSdkVersion:")),
        permissions,
        abis,
        printed.lines().anyMatch(line -> line.startsWith("testOnly=")),
        printed.lines().anyMatch(line -> line.equals("application-debuggable")));
  }

  private static String value(String printed, String start) throws BuildFailure {
    String line =
        printed
            .lines()
            .filter(one -> one.startsWith(start))
            .findFirst()
            .orElseThrow(() -> new BuildFailure("The APK says nothing of " + start));
    return quoted(line);
  }

  private static String quoted(String line) throws BuildFailure {
    Matcher matcher = QUOTED.matcher(line);
    if (!matcher.find()) {
      throw new BuildFailure("The APK's badging has a line without a value: " + line);
    }
    return matcher.group(1);
  }
}
