package cn.anxun.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/sync-protocol.md} lists exactly the kinds, fields and codes that there are. */
class KindsInProtocolTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "sync-protocol.md");
  private static final String FROM = "<!-- kinds: held to the code by KindsInProtocolTest -->\n";
  private static final String TO = "<!-- /kinds -->";

  @Test
  void document_whenItListsTheKinds_saysWhatTheCodeSays() throws IOException {
    String document = Files.readString(DOCUMENT);
    String listed =
        document.substring(document.indexOf(FROM) + FROM.length(), document.indexOf(TO));

    assertThat(listed)
        .as("put this between the marks of %s:%n%n%s", DOCUMENT, table())
        .isEqualTo(table());
  }

  @Test
  void document_whenItListsTheCodes_namesEachOnce() throws IOException {
    String document = Files.readString(DOCUMENT);

    for (EntryProblem.Code code : EntryProblem.Code.values()) {
      assertThat(document).containsOnlyOnce("\n| `" + code.wire() + "` | ");
    }
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder("\nEvery kind that *opens* a record has these fields besides its own: ");
    table
        .append(fields(RecordFields.ALL))
        .append(".\n\n| kind | of | effect | fields |\n|---|---|---|---|\n");
    for (Kind kind : Kinds.ALL) {
      List<Field<?>> own = new ArrayList<>(kind.fields().values());
      if (kind.effect() == Kind.Effect.OPENS) {
        own.removeAll(RecordFields.ALL);
      }
      table
          .append("| `")
          .append(kind.name())
          .append("` | ")
          .append(kind.recordType().replace('_', ' '))
          .append(" | ")
          .append(kind.effect().name().toLowerCase(Locale.ROOT))
          .append(" | ")
          .append(fields(own))
          .append(" |\n");
    }
    return table.append('\n').toString();
  }

  private static String fields(List<Field<?>> fields) {
    return fields.stream().map(KindsInProtocolTest::field).collect(Collectors.joining(", "));
  }

  private static String field(Field<?> field) {
    String type = field.type().name().toLowerCase(Locale.ROOT);
    return '`'
        + field.name()
        + "` "
        + type
        + (field.type() == Field.Type.TEXT ? "(" + field.maxLength() + ")" : "")
        + (field.required() ? " !" : "")
        + (field.personal() ? " *" : "");
  }
}
