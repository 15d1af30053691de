package cn.anxun.server.importer;

import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Kinds;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of ledger that can be imported, as data: {@code <key>.json} beside this class names its
 * columns.
 *
 * @param key one of {@link #KEYS}
 * @param label as people call it
 * @param entry the kind of entry that a row opens
 */
public record ImportKind(String key, String label, Kind entry, List<ImportColumn> columns) {
  /** The keys of all kinds. */
  public static final List<String> KEYS =
      List.of(
          "hazards",
          "inspections",
          "sites",
          "drills",
          "training",
          "publicity",
          "enforcement",
          "accidents");

  public ImportKind {
    columns = List.copyOf(columns);
  }

  /** The kind of this key. */
  public static Optional<ImportKind> find(String key) {
    return KEYS.contains(key) ? Optional.of(read(key + ".json")) : Optional.empty();
  }

  /** The column of this key. */
  public Optional<ImportColumn> column(String columnKey) {
    return columns.stream().filter(column -> column.key().equals(columnKey)).findFirst();
  }

  private static ImportKind read(String resource) {
    try (InputStream in = ImportKind.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing from the build");
      }
      Json.Members json = (Json.Members) JsonText.read(in.readAllBytes());
      List<ImportColumn> columns = new ArrayList<>();
      for (Json column : ((Json.Items) member(json, "columns")).values()) {
        columns.add(column((Json.Members) column));
      }
      return new ImportKind(
          text(json, "key"),
          text(json, "label"),
          Kinds.find(text(json, "entry")).orElseThrow(),
          columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImportColumn column(Json.Members json) {
    List<String> aliases = new ArrayList<>();
    for (Json alias : ((Json.Items) member(json, "aliases")).values()) {
      aliases.add(((Json.Text) alias).value());
    }
    Map<String, String> synonyms = new LinkedHashMap<>();
    if (json.get("values") instanceof Json.Members values) {
      values.values().forEach((from, to) -> synonyms.put(from, ((Json.Text) to).value()));
    }
    String type = text(json, "type").toUpperCase(Locale.ROOT).replace('-', '_');
    return new ImportColumn(
        text(json, "key"),
        text(json, "heading"),
        aliases,
        ImportColumn.Type.valueOf(type),
        Json.TRUE.equals(json.get("required")),
        Json.TRUE.equals(json.get("identity")),
        find(json, "field"),
        find(json, "list"),
        synonyms,
        find(json, "example").orElse(""));
  }

  private static Json member(Json.Members json, String name) {
    Json member = json.get(name);
    if (member == null) {
      throw new IllegalStateException("the shipped import kind lacks " + name);
    }
    return member;
  }

  private static String text(Json.Members json, String name) {
    return ((Json.Text) member(json, name)).value();
  }

  private static Optional<String> find(Json.Members json, String name) {
    return json.get(name) instanceof Json.Text text ? Optional.of(text.value()) : Optional.empty();
  }
}
