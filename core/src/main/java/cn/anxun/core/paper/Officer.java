package cn.anxun.core.paper;

import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One who issues a paper.
 *
 * @param certificate the number of the 行政执法证; "" for a grid worker
 */
public record Officer(String name, String certificate) {

  /** As it stands in the field {@code officers}. */
  public static Json json(List<Officer> officers) {
    List<Json> items = new ArrayList<>();
    for (Officer officer : officers) {
      items.add(
          Json.members()
              .put("name", officer.name())
              .put("certificate", officer.certificate().isEmpty() ? null : officer.certificate())
              .build());
    }
    return Json.items(items);
  }

  /** Reads the field, whatever stands in it. */
  public static List<Officer> list(@Nullable Json json) {
    List<Officer> officers = new ArrayList<>();
    if (json instanceof Json.Items items) {
      for (Json item : items.values()) {
        if (item instanceof Json.Members officer) {
          officers.add(
              new Officer(PaperLine.text(officer, "name"), PaperLine.text(officer, "certificate")));
        }
      }
    }
    return Collections.unmodifiableList(officers);
  }
}
