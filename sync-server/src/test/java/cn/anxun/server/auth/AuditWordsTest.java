package cn.anxun.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever the sources audit, the audit's page says in both languages. */
final class AuditWordsTest {
  private static final Path SOURCES = Path.of("src/main/java/cn/anxun/server");
  private static final Set<String> NO_ACTION = Set.of("Audit.java", "AuditEvent.java");
  private static final Pattern EVENT =
      Pattern.compile("new\\s+AuditEvent\\s*\\(|AuditEvent\\s*(?:\\.|::)\\s*(?:of|new)\\b");

  /** Who did it, for {@code new} also by what and where, then the action: one, or one of two. */
  private static final Pattern WRITTEN_OUT =
      Pattern.compile(
          "(?:new\\s+AuditEvent\\((?:\\s*[\\w.()]+,){3}|AuditEvent\\s*\\.of\\(\\s*[\\w.()]+,)\\s*"
              + "(?:[\\w.= ]+?\\s*\\?\\s*\"([a-z-]+)\"\\s*:\\s*)?\"([a-z-]+)\"\\s*[,)]");

  private static final String WORDS = "console.audit.action.";
  private static final Set<String> ACTIONS = new TreeSet<>();
  private static final List<String> UNREADABLE = new ArrayList<>();

  @BeforeAll
  static void readTheSources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(AuditWordsTest::mayAudit).toList()) {
        String source = Files.readString(file);
        Matcher event = EVENT.matcher(source);
        while (event.find()) {
          Matcher action = WRITTEN_OUT.matcher(source).region(event.start(), source.length());
          if (action.lookingAt()) {
            Stream.of(1, 2).map(action::group).filter(one -> one != null).forEach(ACTIONS::add);
          } else {
            UNREADABLE.add(
                file.getFileName() + ": " + source.substring(event.start()).split(";", 2)[0]);
          }
        }
      }
    }
  }

  private static boolean mayAudit(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java") && !NO_ACTION.contains(name);
  }

  @Test
  void actions_areWrittenOutWhereTheyAreAudited() {
    assertThat(UNREADABLE).isEmpty();
    assertThat(ACTIONS)
        .contains("login", "export", "inbox-discarded", "year-closed", "device-enrolled");
  }

  @Test
  void actions_haveWordsInBothLanguages() {
    assertThat(ACTIONS)
        .allSatisfy(
            action -> {
              assertThat(ServerTexts.CHINESE.has(WORDS + action)).as("zh %s", action).isTrue();
              assertThat(ServerTexts.ENGLISH.has(WORDS + action)).as("en %s", action).isTrue();
            });
  }
}
