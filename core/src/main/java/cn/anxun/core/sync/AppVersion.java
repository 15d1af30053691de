package cn.anxun.core.sync;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which app is asking: {@code <versionCode>; <versionName>}, as a phone says it with every request.
 *
 * @param code Android's number of the version, from 1; a later one is greater
 * @param name as people say it, of letters, digits and {@code . _ + -}
 */
public record AppVersion(int code, String name) {
  private static final Pattern FORM =
      Pattern.compile("([1-9]\\d{0,8}) *; *([A-Za-z0-9._+-]{1,32})");

  /** Reads what the header says; empty where it is of no such form. */
  public static Optional<AppVersion> parse(String header) {
    Matcher form = FORM.matcher(header.trim());
    return form.matches()
        ? Optional.of(new AppVersion(Integer.parseInt(form.group(1)), form.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return code + "; " + name;
  }
}
