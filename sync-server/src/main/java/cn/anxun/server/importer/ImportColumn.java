package cn.anxun.server.importer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column of a ledger that can be imported.
 *
 * @param key its name within the kind
 * @param heading as the template prints it
 * @param aliases other headings that mean the same
 * @param identity whether it tells one record from another, so that a row imported again counts
 *     once
 * @param field the field of the opening entry that takes the value as it is
 * @param list the code list its labels come from
 * @param synonyms for a label as ledgers write it, the label of the list
 * @param example for the template
 */
public record ImportColumn(
    String key,
    String heading,
    List<String> aliases,
    Type type,
    boolean required,
    boolean identity,
    Optional<String> field,
    Optional<String> list,
    Map<String, String> synonyms,
    String example) {
  public ImportColumn {
    aliases = List.copyOf(aliases);
    synonyms = Map.copyOf(synonyms);
  }

  /** What its cells hold. */
  public enum Type {
    TEXT,
    /** A label of a code list; one that the list lacks is kept, and said. */
    CODE,
    /** Several labels, parted by 、 or commas. */
    CODES,
    DATE,
    INTEGER,
    DECIMAL,
    /** Yuan; 万元 where the heading says so. */
    MONEY,
    YES_NO
  }
}
