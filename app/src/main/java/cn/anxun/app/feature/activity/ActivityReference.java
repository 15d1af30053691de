package cn.anxun.app.feature.activity;

import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.codelist.Divisions;
import cn.anxun.core.recordkind.RecordKindDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What forms offer.
 *
 * @param kinds the office's own kinds of record, by name
 */
public record ActivityReference(
    CodeLists codes, Divisions divisions, Map<String, RecordKindDefinition> kinds) {
  public ActivityReference {
    kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
  }
}
