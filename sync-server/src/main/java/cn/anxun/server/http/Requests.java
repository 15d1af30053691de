package cn.anxun.server.http;

import cn.anxun.core.text.Texts;
import cn.anxun.server.text.ServerTexts;
import cn.anxun.server.text.ZeroCharacter;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request says in its headers and parameters. */
public final class Requests {
  /** The cookie of the language that somebody chose in the browser: zh or en. */
  public static final String LANGUAGE = "anxun_language";

  private static final String BEARER = "bearer ";
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  private Requests() {}

  /**
   * The texts in the language that was chosen in the browser, else that the request prefers:
   * Chinese unless it asks for English first.
   */
  public static Texts texts(Context context) {
    String chosen = context.cookie(LANGUAGE);
    if (chosen != null) {
      return chosen.equals("en") ? ServerTexts.ENGLISH : ServerTexts.CHINESE;
    }
    return prefersEnglish(context.header("Accept-Language"))
        ? ServerTexts.ENGLISH
        : ServerTexts.CHINESE;
  }

  /** Whether this {@code Accept-Language} asks for English first. */
  static boolean prefersEnglish(@Nullable String languages) {
    return languages != null && languages.trim().toLowerCase(Locale.ROOT).startsWith("en");
  }

  /**
   * Sees to it that no parameter holds the {@link ZeroCharacter}.
   *
   * @throws Refusal 400, naming the first that does
   */
  public static void requireNoZero(Map<String, List<String>> parameters) {
    parameters.forEach(
        (name, values) -> {
          if (ZeroCharacter.isIn(name) || values.stream().anyMatch(ZeroCharacter::isIn)) {
            throw Refusal.ofField(400, "zero-character", ZeroCharacter.strip(name));
          }
        });
  }

  /**
   * The same of what a form brings: its fields and the names of its files.
   *
   * @throws Refusal 400, naming the first field or file that does
   */
  public static void requireNoZeroInForm(Context context) {
    requireNoZero(context.formParamMap());
    context
        .uploadedFileMap()
        .forEach(
            (field, files) -> {
              for (UploadedFile file : files) {
                if (ZeroCharacter.isIn(file.filename())) {
                  String name = ZeroCharacter.strip(file.filename());
                  throw Refusal.of(400, "zero-in-file-name", name).about(field);
                }
              }
            });
  }

  /** The token of the Authorization header. */
  public static Optional<String> bearer(Context context) {
    String header = context.header("Authorization");
    return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? Optional.of(header.substring(BEARER.length()).trim()).filter(token -> !token.isEmpty())
        : Optional.empty();
  }

  /** The parameter of the query, where it is there and not empty. */
  public static Optional<String> find(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isEmpty());
  }

  /**
   * A whole number of the query.
   *
   * @throws Refusal where it is none, or out of range
   */
  public static int number(Context context, String name, int otherwise, int min, int max) {
    Optional<String> text = find(context, name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, with what it should be.
    }
    throw Refusal.ofField(400, "bad-number", name, Integer.toString(min), Integer.toString(max));
  }

  /**
   * A day of the query.
   *
   * @throws Refusal where it is none
   */
  public static Optional<LocalDate> date(Context context, String name) {
    return find(context, name)
        .map(text -> day(text).orElseThrow(() -> Refusal.ofField(400, "bad-date", name)));
  }

  /**
   * The day that a text names; empty for none, and for one in a year no bureau asks about: what is
   * reckoned from it, the period before, the same day a year ago, must be a day too.
   */
  public static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What was typed into this input of a form, without space around it; "" where there is none. */
  public static String typed(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("").strip();
  }
}
