package cn.anxun.server.report.fill;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a part of an office file refers to; targets outside of the file are passed over. */
final class Relationships {

  /**
   * One of them.
   *
   * @param kind the last word of its type, such as {@code worksheet}
   */
  private record Target(String kind, String part) {}

  private final Map<String, Target> byId = new LinkedHashMap<>();

  private Relationships() {}

  /** Those of a part, or of the whole file for "". */
  static Relationships of(OfficeFile file, String part) throws IOException, FillException {
    Relationships relationships = new Relationships();
    int slash = part.lastIndexOf('/') + 1;
    String name = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    if (file.has(name)) {
      XmlCursor cursor = new XmlCursor(file.xml(name));
      while (cursor.next()) {
        if (cursor.token() == XmlCursor.Token.START && cursor.localName().equals("Relationship")) {
          relationships.add(part, cursor);
        }
      }
    }
    return relationships;
  }

  private void add(String part, XmlCursor cursor) {
    String id = cursor.attribute("Id");
    String type = cursor.attribute("Type");
    String target = cursor.attribute("Target");
    boolean external = "External".equals(cursor.attribute("TargetMode"));
    if (id == null || type == null || target == null || external) {
      return;
    }
    try {
      String resolved = URI.create("/" + part).resolve(target).normalize().getPath();
      byId.put(id, new Target(type.substring(type.lastIndexOf('/') + 1), resolved.substring(1)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      byId.put(id, new Target("", ""));
    }
  }

  /** The part of this id. */
  Optional<String> find(String id) {
    return Optional.ofNullable(byId.get(id)).map(Target::part);
  }

  /** The first part of this kind. */
  Optional<String> first(String kind) {
    return list(kind).stream().findFirst();
  }

  /** All parts of this kind. */
  List<String> list(String kind) {
    List<String> parts = new ArrayList<>();
    for (Target target : byId.values()) {
      if (target.kind().equals(kind)) {
        parts.add(target.part());
      }
    }
    return parts;
  }
}
