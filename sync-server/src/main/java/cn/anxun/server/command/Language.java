package cn.anxun.server.command;

import cn.anxun.core.text.Texts;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The language that the command line speaks: {@code --lang zh|en}, else what the system says, else
 * Chinese.
 */
public enum Language {
  CHINESE("zh"),
  ENGLISH("en");

  public static final String OPTION = "--lang";
  private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

  /** The key in the usage texts that says which language they are in. */
  private static final String KEY = "language";

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** Chooses by the arguments, then by the first of LC_ALL, LC_MESSAGES and LANG that is set. */
  public static Language of(List<String> arguments, Map<String, String> environment) {
    int at = arguments.indexOf(OPTION);
    if (at >= 0 && at + 1 < arguments.size()) {
      return find(arguments.get(at + 1)).orElse(CHINESE);
    }
    Optional<String> joined =
        arguments.stream().filter(argument -> argument.startsWith(OPTION + "=")).findFirst();
    if (joined.isPresent()) {
      return find(joined.get().substring(OPTION.length() + 1)).orElse(CHINESE);
    }
    return VARIABLES.stream()
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .flatMap(Language::find)
        .orElse(CHINESE);
  }

  private static Optional<Language> find(String locale) {
    for (Language language : values()) {
      if (locale.startsWith(language.code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** The sentences for what a command prints, in the language of its help. */
  public static Texts texts(CommandSpec command) {
    ResourceBundle bundle = command.resourceBundle();
    boolean english =
        bundle != null && bundle.containsKey(KEY) && bundle.getString(KEY).equals(ENGLISH.code);
    return english ? ServerTexts.ENGLISH : ServerTexts.CHINESE;
  }

  /** What {@code --help} says of every command. */
  public ResourceBundle usage() {
    String name = "usage_" + code + ".properties";
    try (InputStream in = Language.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing from the build");
      }
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
