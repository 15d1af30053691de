package cn.anxun.server.console.page;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart as the browser draws it, and the same as a table for those who cannot see it. Each mark
 * opens its records.
 *
 * @param name of the file that it is saved as, and of what it says
 * @param unit of the values: 个, %
 * @param categories along the axis
 */
public record Chart(
    Type type, String name, String unit, List<String> categories, List<Series> series) {

  /** How it is drawn. */
  public enum Type {
    /** One bar beside the other, from left to right; for names. */
    BARS,
    /** Upright bars. */
    COLUMNS,
    LINES
  }

  /** Values of one kind, one for each category. */
  public record Series(String name, List<Mark> marks) {
    public Series {
      marks = List.copyOf(marks);
    }
  }

  /**
   * One value.
   *
   * @param value as printed; "/" where there is none
   * @param link the address of its records
   */
  public record Mark(String value, String link) {}

  public Chart {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
  }

  public boolean isEmpty() {
    return categories.isEmpty();
  }

  /** What the script draws. */
  public String json() {
    List<Json> drawn = new ArrayList<>();
    for (Series one : series) {
      List<Json> values = new ArrayList<>();
      List<Json> links = new ArrayList<>();
      for (Mark mark : one.marks()) {
        values.add(Json.of(mark.value()));
        links.add(Json.of(mark.link()));
      }
      drawn.add(
          Json.members()
              .put("name", one.name())
              .put("values", Json.items(values))
              .put("links", Json.items(links))
              .build());
    }
    return JsonText.write(
        Json.members()
            .put("type", type.name())
            .put("name", name)
            .put("unit", unit)
            .put("categories", Json.texts(categories))
            .put("series", Json.items(drawn))
            .build());
  }
}
