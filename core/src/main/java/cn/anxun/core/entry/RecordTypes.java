package cn.anxun.core.entry;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** The types of record that measures name, besides those that an office adds. */
public final class RecordTypes {

  /** A site on the inspection plan of a year, visited or not; made by the fold. */
  public static final String PLANNED_SITE = "planned_site";

  /** A grid in a year, visited or not; made by the fold. */
  public static final String GRID = "grid";

  /** The names that an office's own kind may not take. */
  public static final Set<String> RESERVED = reserved();

  private RecordTypes() {}

  private static Set<String> reserved() {
    Set<String> reserved = new HashSet<>();
    for (Kind kind : Kinds.ALL) {
      reserved.add(kind.recordType());
    }
    reserved.add(PLANNED_SITE);
    reserved.add(GRID);
    return Collections.unmodifiableSet(reserved);
  }
}
