package cn.anxun.app.feature.inspection;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what this app itself has written. A member that is not there reads as empty, since an
 * earlier version may have written it.
 */
final class StoredJson {
  private final Json.@Nullable Members members;

  private StoredJson(@Nullable Json json) {
    members = json instanceof Json.Members object ? object : null;
  }

  static StoredJson of(String text) {
    return new StoredJson(JsonText.read(text));
  }

  static StoredJson of(@Nullable Json json) {
    return new StoredJson(json);
  }

  @Nullable Json raw(String name) {
    return members == null ? null : members.get(name);
  }

  boolean has(String name) {
    return raw(name) != null;
  }

  String text(String name) {
    return raw(name) instanceof Json.Text text ? text.value() : "";
  }

  boolean flag(String name) {
    return raw(name) instanceof Json.Flag flag && flag.value();
  }

  long number(String name) {
    return raw(name) instanceof Json.Num number ? number.value().longValue() : 0;
  }

  LocalDate date(String name) {
    return LocalDate.parse(text(name));
  }

  StoredJson object(String name) {
    return of(raw(name));
  }

  List<StoredJson> objects(String name) {
    List<StoredJson> objects = new ArrayList<>();
    if (raw(name) instanceof Json.Items items) {
      for (Json item : items.values()) {
        objects.add(of(item));
      }
    }
    return objects;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    if (raw(name) instanceof Json.Items items) {
      for (Json item : items.values()) {
        if (item instanceof Json.Text text) {
          texts.add(text.value());
        }
      }
    }
    return texts;
  }
}
