package cn.anxun.core.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.PublicityHeld;
import cn.anxun.core.entry.TrainingHeld;
import cn.anxun.core.indicator.Ledgers;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ActivityPresetsTest {
  private static final ActivityPresets PRESETS = ActivityPresets.standard();

  @Test
  void standard_usesCodesOfTheShippedListsAlone() {
    int codes = 0;
    for (ActivityPreset preset : PRESETS.list()) {
      assertThat(preset.english()).as(preset.key()).isNotEmpty();
      for (Field<?> field : preset.kind().fields().values()) {
        if (field.type() == Field.Type.CODE && preset.fields().raw(field.name()) != null) {
          CodeList list =
              CodeLists.shipped().find(preset.kind().recordType(), field.name()).orElseThrow();
          String value = (String) field.read(preset.fields().raw(field.name())).orElseThrow();
          assertThat(list.find(value)).as(preset.key() + ' ' + value).isPresent();
          codes++;
        }
      }
    }
    assertThat(codes).isGreaterThan(60);
  }

  @Test
  void standard_hasACardForEveryAudienceAndPublicityActivity() {
    assertThat(PRESETS.list(TrainingHeld.KIND))
        .extracting(preset -> preset.fields().text(TrainingHeld.AUDIENCE))
        .containsExactlyInAnyOrderElementsOf(values("training-audience"));
    assertThat(PRESETS.list(PublicityHeld.KIND))
        .extracting(preset -> preset.fields().text(PublicityHeld.ACTIVITY))
        .containsExactlyInAnyOrderElementsOf(values("publicity-activity"));
    assertThat(PRESETS.list(DrillHeld.KIND))
        .extracting(preset -> preset.fields().text(DrillHeld.HAZARD))
        .containsAll(values("drill-hazard"));
  }

  @Test
  void name_isPlaceAndTitle() {
    ActivityPreset flood = PRESETS.get("community-flood");
    assertThat(flood.name(" 德胜社区 ")).isEqualTo("德胜社区防汛应急演练");
    assertThat(flood.name("")).isEqualTo("防汛应急演练");
    StringBuilder place = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      place.append('某');
    }
    assertThat(flood.name(place.toString())).hasSize(120).endsWith("某防汛应急演练");
  }

  @Test
  void get_whenThereIsNone_throws() {
    assertThat(PRESETS.find("none")).isEmpty();
    assertThatThrownBy(() -> PRESETS.get("none")).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void read_saysEverythingThatIsWrong() {
    List<DocumentProblem> problems = new ArrayList<>();
    List<ActivityPreset> presets =
        ActivityPresets.read(
            Ledgers.members(
                "{'drills':[{'key':'a','label':'甲','title':'乙','fields':{'level':'区级','depth':1,"
                    + "'participants':-1}},{'key':'b'},{'key':'a','label':'甲','title':'乙','fields':{}}],"
                    + "'trainings':7}"),
            problems);
    assertThat(presets).extracting(ActivityPreset::key).containsExactly("a");
    assertThat(problems)
        .extracting(problem -> problem.path() + ' ' + problem.code())
        .containsExactlyInAnyOrder(
            "drills[0].fields.depth UNKNOWN_VALUE",
            "drills[0].fields.participants WRONG_TYPE",
            "drills[1].label MISSING",
            "drills[1].title MISSING",
            "drills[1].fields MISSING",
            "drills[2].key DUPLICATE",
            "trainings WRONG_TYPE",
            "publicity MISSING");
  }

  private static List<String> values(String list) {
    List<String> values = new ArrayList<>();
    for (CodeList.Item item : CodeLists.shipped().get(list).items()) {
      values.add(item.value());
    }
    return values;
  }
}
