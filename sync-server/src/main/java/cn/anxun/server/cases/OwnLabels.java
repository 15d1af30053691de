package cn.anxun.server.cases;

import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The labels of a case that the shipped code lists lack, and the revisions by which they join them.
 */
final class OwnLabels {
  private OwnLabels() {}

  /** For each list that lacks some, its name and the whole list with them. */
  static Map<String, Json> revisions(List<CaseFile.Group> groups) {
    Map<String, Set<String>> own = new LinkedHashMap<>();
    for (CaseFile.Group group : groups) {
      for (Map.Entry<String, GroupKind.Shape> field : group.kind().fields().entrySet()) {
        if (field.getValue() == GroupKind.Shape.LABEL
            || field.getValue() == GroupKind.Shape.LABELS) {
          addLacking(group, field.getKey(), own);
        }
      }
    }
    Map<String, Json> revisions = new LinkedHashMap<>();
    own.forEach((list, labels) -> revisions.put(list, revision(list, labels)));
    return revisions;
  }

  private static void addLacking(CaseFile.Group group, String field, Map<String, Set<String>> own) {
    Optional<CodeList> list = CodeLists.shipped().find(group.kind().wire(), field);
    String name = list.map(CodeList::name).orElse(group.kind().wire() + '-' + field);
    for (String label : group.labels(field)) {
      if (list.flatMap(known -> known.find(label)).isEmpty()) {
        own.computeIfAbsent(name, one -> new LinkedHashSet<>()).add(label);
      }
    }
  }

  private static Json revision(String list, Set<String> labels) {
    List<Json> items = new ArrayList<>();
    CodeLists.shipped()
        .find(list)
        .ifPresent(shipped -> shipped.items().forEach(item -> items.add(json(item))));
    labels.forEach(label -> items.add(Json.members().put("value", label).build()));
    return Json.members().put("items", Json.items(items)).build();
  }

  private static Json json(CodeList.Item item) {
    Json.MembersBuilder json = Json.members().put("value", item.value());
    if (!item.english().isEmpty()) {
      json.put("en", item.english());
    }
    if (!item.parent().isEmpty()) {
      json.put("parent", item.parent());
    }
    return json.build();
  }
}
