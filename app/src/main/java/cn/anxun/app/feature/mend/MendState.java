package cn.anxun.app.feature.mend;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.Fields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the screen shows.
 *
 * @param refused as the server refused it
 * @param fields as filled in by now
 * @param site what stands in the field of the site
 * @param names of codes by field, such as units
 * @param why it is not acceptable by now: the server's reason, or the phone's own after an attempt
 */
record MendState(
    MendEntry.Refused refused,
    Fields fields,
    String site,
    Map<String, Map<String, String>> names,
    EntryProblem why) {
  MendState {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  MendState with(Fields filled, String typed) {
    return new MendState(refused, filled, typed, names, why);
  }

  MendState with(EntryProblem because) {
    return new MendState(refused, fields, site, names, because);
  }
}
