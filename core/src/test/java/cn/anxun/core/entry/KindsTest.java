package cn.anxun.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KindsTest {

  @Test
  void all_hasTheKindOfEveryRecordOfEntry() throws Exception {
    List<Kind> kinds = new ArrayList<>();
    for (Class<?> type : Entry.class.getPermittedSubclasses()) {
      if (type != UnknownEntry.class) {
        Kind kind = (Kind) type.getField("KIND").get(null);
        assertThat(kind.name()).isEqualTo(type.getSimpleName());
        kinds.add(kind);
      }
    }

    assertThat(Kinds.ALL).containsExactlyInAnyOrderElementsOf(kinds);
  }

  @Test
  void find_givesEachByItsNameAndMakesItsRecord() {
    for (Kind kind : Kinds.ALL) {
      assertThat(Kinds.find(kind.name())).containsSame(kind);
      Header header =
          new Header("id", "s", null, Instant.EPOCH, LocalDate.EPOCH, "a", "d", List.of());
      Entry entry = kind.entry(header, Fields.NONE);
      assertThat(entry.getClass().getSimpleName()).isEqualTo(kind.name());
      assertThat(entry.kind()).isSameAs(kind);
    }
    assertThat(Kinds.find("HazardFlown")).isEmpty();
  }

  @Test
  void fields_whenPersonalAnywhere_arePersonalEverywhere() {
    Map<String, Set<Boolean>> personal = new HashMap<>();
    for (Kind kind : Kinds.ALL) {
      kind.fields()
          .forEach(
              (name, field) ->
                  personal.computeIfAbsent(name, n -> new TreeSet<>()).add(field.personal()));
    }

    assertThat(personal).allSatisfy((name, both) -> assertThat(both).as(name).hasSize(1));
  }

  @Test
  void fields_haveALabelInBothLanguages() {
    for (Kind kind : Kinds.ALL) {
      for (String field : kind.fields().keySet()) {
        assertThat(Texts.CHINESE.has("field." + field)).as(kind + " " + field).isTrue();
        assertThat(Texts.ENGLISH.has("field." + field)).as(kind + " " + field).isTrue();
        assertThat(FieldLabels.chinese(field)).isNotEqualTo(field);
        assertThat(FieldLabels.english(field)).isNotEmpty();
      }
    }
    assertThat(FieldLabels.chinese("drones")).isEqualTo("drones");
  }

  @Test
  void right_isTheOfficesForEveryDocument() {
    for (Kind kind : Kinds.ALL) {
      if (kind.effect() == Kind.Effect.DOCUMENT) {
        assertThat(kind.right()).isEqualTo(Kind.Right.OFFICE);
      }
      if (kind.effect() == Kind.Effect.OPENS) {
        assertThat(kind.right()).isEqualTo(Kind.Right.RECORD);
      }
    }
    assertThat(Kinds.ALL)
        .filteredOn(kind -> kind.right() == Kind.Right.DECIDE)
        .containsExactlyInAnyOrder(
            Listed.KIND, Delisted.KIND, MajorConfirmed.KIND, CloseOutApproved.KIND);
  }
}
