package cn.anxun.apk.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an APK is meant to be.
 *
 * @param applicationId the package it is installed as
 * @param minSdk the lowest API level it runs on
 * @param targetSdk the API level it expects
 * @param permissions all that it may ask for
 * @param release not debuggable
 * @param testOnly signed with a key that the build made
 * @param maximumBytes the size it must stay under; 0 for any
 */
public record ExpectedApk(
    String applicationId,
    int minSdk,
    int targetSdk,
    Set<String> permissions,
    boolean release,
    boolean testOnly,
    long maximumBytes) {

  public ExpectedApk {
    permissions = Set.copyOf(permissions);
  }

  /** What differs, in a line each. */
  public List<String> differences(Badging badging, long bytes) {
    List<String> lines = new ArrayList<>();
    differ(lines, "package", applicationId, badging.applicationId());
    differ(lines, "minSdk", minSdk, badging.minSdk());
    differ(lines, "targetSdk", targetSdk, badging.targetSdk());
    differ(lines, "debuggable", !release, badging.debuggable());
    differ(lines, "testOnly", testOnly, badging.testOnly());
    for (String one : minus(badging.permissions(), permissions)) {
      lines.add("asks for the permission " + one + ", which nothing uses");
    }
    for (String one : minus(permissions, badging.permissions())) {
      lines.add("lacks the permission " + one);
    }
    if (maximumBytes > 0 && bytes >= maximumBytes) {
      lines.add("has " + bytes + " bytes, which is not under " + maximumBytes);
    }
    return lines;
  }

  private static void differ(List<String> lines, String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      lines.add(what + " is " + found + ", not " + expected);
    }
  }

  private static Set<String> minus(Set<String> all, Set<String> others) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }
}
