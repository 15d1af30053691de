package cn.anxun.server.report.narrative;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A report in sections: a template with placeholders, or what was written on a form. */
public record Narrative(List<Section> sections) {
  private static final String STANDARD = "/cn/anxun/server/report/narrative/standard.json";
  private static final String SECTIONS = "sections";

  /**
   * A part of the report.
   *
   * @param text its paragraphs, a line each
   */
  public record Section(String heading, String text) {}

  public Narrative {
    sections = List.copyOf(sections);
  }

  /** The text that is shipped, after the usual outline of a 绩效自评报告. */
  public static Narrative standard() {
    try (InputStream in = Narrative.class.getResourceAsStream(STANDARD)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + STANDARD + " is missing from the build");
      }
      return read(JsonText.read(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads a document; what does not read as a section is passed over. */
  public static Narrative read(Json document) {
    List<Section> sections = new ArrayList<>();
    if (document instanceof Json.Members members
        && members.values().get(SECTIONS) instanceof Json.Items items) {
      for (Json item : items.values()) {
        if (item instanceof Json.Members section) {
          sections.add(new Section(text(section, "heading"), text(section, "text")));
        }
      }
    }
    return new Narrative(sections);
  }

  private static String text(Json.Members members, String name) {
    return members.values().get(name) instanceof Json.Text text ? text.value() : "";
  }

  public Json document() {
    List<Json> items = new ArrayList<>();
    for (Section section : sections) {
      items.add(
          Json.members().put("heading", section.heading()).put("text", section.text()).build());
    }
    return Json.members().put(SECTIONS, Json.items(items)).build();
  }
}
