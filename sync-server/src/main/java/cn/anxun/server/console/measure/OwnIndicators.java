package cn.anxun.server.console.measure;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.IndicatorsDefined;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The indicators that the office has defined, as their documents hold them: what is not touched
 * stays as it was written, what cannot be read too.
 */
final class OwnIndicators {
  private static final String ITEMS = "indicators";

  private final List<DocumentRevision> parts;

  private OwnIndicators(List<DocumentRevision> parts) {
    this.parts = parts;
  }

  static OwnIndicators at(LedgerState state) {
    return new OwnIndicators(state.documentParts(Documents.INDICATORS));
  }

  /** What stands in the ledger now, for an editor to carry; "" where there is nothing yet. */
  String mark() {
    return String.join(":", parts.stream().map(DocumentRevision::entryId).toList());
  }

  /** The documents in which they stand, each with the id of its last revision. */
  Map<String, String> parts() {
    Map<String, String> revisions = new LinkedHashMap<>();
    parts.forEach(part -> revisions.put(part.subject(), part.entryId()));
    return revisions;
  }

  boolean has(String id) {
    return find(id).isPresent();
  }

  /** The definition of this id as it was written. */
  Optional<Json.Members> find(String id) {
    return parts.stream()
        .flatMap(part -> items(part.fields()).stream())
        .filter(item -> id(item).equals(id))
        .findFirst();
  }

  /** All definitions, as they were written. */
  List<Json.Members> items() {
    List<Json.Members> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(items(part.fields())));
    return all;
  }

  /** The definitions that an entry holds. */
  static List<Json.Members> items(Fields fields) {
    List<Json.Members> items = new ArrayList<>();
    Json document = fields.raw(IndicatorsDefined.DOCUMENT.name());
    if (document instanceof Json.Members members && members.get(ITEMS) instanceof Json.Items list) {
      for (Json item : list.values()) {
        if (item instanceof Json.Members one) {
          items.add(one);
        }
      }
    }
    return items;
  }

  static String id(Json.Members item) {
    return item.get("id") instanceof Json.Text id ? id.value() : "";
  }

  /** The document in which the id stands, or a new one is to stand. */
  String subject(String id) {
    return holder(id).map(DocumentRevision::subject).orElse(Documents.INDICATORS);
  }

  private Optional<DocumentRevision> holder(String id) {
    return parts.stream()
        .filter(part -> items(part.fields()).stream().anyMatch(item -> id(item).equals(id)))
        .findFirst();
  }

  /** The last revision of the document in which the id stands or is to stand. */
  Optional<String> after(String id) {
    return Optional.ofNullable(parts().get(subject(id)));
  }

  /** The document with this definition, in the place of the one of its id or as the last. */
  Json with(String id, Json.Members item) {
    return changed(id, Optional.of(item));
  }

  /** The document without the definition of this id. */
  Json without(String id) {
    return changed(id, Optional.empty());
  }

  private Json changed(String id, Optional<Json.Members> item) {
    String subject = subject(id);
    Json document =
        parts.stream()
            .filter(part -> part.subject().equals(subject))
            .map(part -> part.fields().raw(IndicatorsDefined.DOCUMENT.name()))
            .findFirst()
            .orElse(null);
    Json.Members before =
        document instanceof Json.Members members ? members : Json.members().build();
    List<Json> items = new ArrayList<>();
    boolean placed = false;
    if (before.get(ITEMS) instanceof Json.Items list) {
      for (Json one : list.values()) {
        boolean isIt = one instanceof Json.Members members && id(members).equals(id);
        if (!isIt) {
          items.add(one);
        } else if (item.isPresent() && !placed) {
          items.add(item.get());
          placed = true;
        }
      }
    }
    if (item.isPresent() && !placed) {
      items.add(item.get());
    }
    Json.MembersBuilder written = Json.members();
    for (Map.Entry<String, Json> member : before.values().entrySet()) {
      written.put(member.getKey(), member.getValue());
    }
    return written.put(ITEMS, Json.items(items)).build();
  }
}
