package cn.anxun.core.preset;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.DocumentProblem.Code;
import cn.anxun.core.document.DocumentReader;
import cn.anxun.core.document.Resources;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.PublicityHeld;
import cn.anxun.core.entry.TrainingHeld;
import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** The preset cards that ship. */
public final class ActivityPresets {
  private static final int MAX_PRESETS = 200;
  private static final int MAX_TITLE = 60;
  private static final ActivityPresets STANDARD = readStandard();

  private final List<ActivityPreset> presets;

  private ActivityPresets(List<ActivityPreset> presets) {
    this.presets = Collections.unmodifiableList(presets);
  }

  public static ActivityPresets standard() {
    return STANDARD;
  }

  public List<ActivityPreset> list() {
    return presets;
  }

  /** The cards for records of this kind, such as {@link DrillHeld#KIND}. */
  public List<ActivityPreset> list(Kind kind) {
    List<ActivityPreset> list = new ArrayList<>();
    for (ActivityPreset preset : presets) {
      if (preset.kind().name().equals(kind.name())) {
        list.add(preset);
      }
    }
    return list;
  }

  public Optional<ActivityPreset> find(String key) {
    return presets.stream().filter(preset -> preset.key().equals(key)).findFirst();
  }

  /**
   * The preset of this key.
   *
   * @throws NoSuchElementException where there is none
   */
  public ActivityPreset get(String key) {
    return find(key).orElseThrow(() -> new NoSuchElementException("no preset " + key));
  }

  static List<ActivityPreset> read(Json document, List<DocumentProblem> problems) {
    DocumentReader reader = DocumentReader.of(document, problems);
    List<ActivityPreset> presets = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    read(reader, "drills", DrillHeld.KIND, keys, presets);
    read(reader, "trainings", TrainingHeld.KIND, keys, presets);
    read(reader, "publicity", PublicityHeld.KIND, keys, presets);
    return presets;
  }

  private static void read(
      DocumentReader document,
      String member,
      Kind kind,
      Set<String> keys,
      List<ActivityPreset> presets) {
    for (DocumentReader reader : document.objects(member, MAX_PRESETS)) {
      String key = reader.required("key", 64).orElse("");
      String label = reader.required("label", MAX_TITLE).orElse("");
      String title = reader.required("title", MAX_TITLE).orElse("");
      Fields fields = fields(reader, kind);
      if (key.isEmpty() || label.isEmpty() || title.isEmpty()) {
        continue;
      }
      if (!keys.add(key)) {
        reader.reject(Code.DUPLICATE, "key", key);
        continue;
      }
      presets.add(
          new ActivityPreset(
              key, label, reader.text("en", 2 * MAX_TITLE).orElse(""), kind, title, fields));
    }
  }

  private static Fields fields(DocumentReader reader, Kind kind) {
    Fields.Builder fields = Fields.builder();
    if (!(reader.raw("fields") instanceof Json.Members members)) {
      reader.reject(reader.raw("fields") == null ? Code.MISSING : Code.WRONG_TYPE, "fields", "{ }");
      return fields.build();
    }
    for (Map.Entry<String, Json> member : members.values().entrySet()) {
      Field<?> field = kind.fields().get(member.getKey());
      String place = "fields." + member.getKey();
      if (field == null) {
        reader.reject(Code.UNKNOWN_VALUE, place, String.join(", ", kind.fields().keySet()));
      } else if (!field.read(member.getValue()).isPresent()) {
        reader.reject(Code.WRONG_TYPE, place, field.type());
      } else {
        fields.raw(field.name(), member.getValue());
      }
    }
    return fields.build();
  }

  private static ActivityPresets readStandard() {
    List<DocumentProblem> problems = new ArrayList<>();
    List<ActivityPreset> presets =
        read(Resources.json("/cn/anxun/core/preset/standard.json"), problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the shipped presets are wrong: " + problems);
    }
    return new ActivityPresets(presets);
  }
}
